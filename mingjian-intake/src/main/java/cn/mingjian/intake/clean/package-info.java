/** From the text of a cell to the value of a column's type, with what had to be changed or could not be taken. */
@NullMarked
package cn.mingjian.intake.clean;

import org.jspecify.annotations.NullMarked;
