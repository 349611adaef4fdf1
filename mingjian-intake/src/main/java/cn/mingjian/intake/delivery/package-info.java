/** What somebody delivered: which file or sheet is which contract's table, and what it is said to cover. */
@NullMarked
package cn.mingjian.intake.delivery;

import org.jspecify.annotations.NullMarked;
