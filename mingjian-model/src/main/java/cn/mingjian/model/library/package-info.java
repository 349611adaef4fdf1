/** A library as a whole: opening the folder in which contracts, tables, laws and models lie. */
@NullMarked
package cn.mingjian.model.library;

import org.jspecify.annotations.NullMarked;
