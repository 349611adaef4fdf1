/** Domain functions in plain Java: identity numbers, credit codes, ages, dates, workdays, amounts, names, similarity. */
@NullMarked
package cn.mingjian.functions;

import org.jspecify.annotations.NullMarked;
