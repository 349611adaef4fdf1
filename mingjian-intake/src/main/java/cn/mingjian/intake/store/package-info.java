/** From records to the files of a dataset version, through the door that keeps out what no purpose needs. */
@NullMarked
package cn.mingjian.intake.store;

import org.jspecify.annotations.NullMarked;
