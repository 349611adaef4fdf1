/** Delivered files as streams of records: cells as text, each record with the number that a person sees. */
@NullMarked
package cn.mingjian.intake.read;

import org.jspecify.annotations.NullMarked;
