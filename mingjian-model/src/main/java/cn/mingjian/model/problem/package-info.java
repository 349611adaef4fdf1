/** What is wrong with something a person wrote or delivered: where, what, and how to mend it. */
@NullMarked
package cn.mingjian.model.problem;

import org.jspecify.annotations.NullMarked;
