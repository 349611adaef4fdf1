/** What people are told. */
@NullMarked
package cn.mingjian.model.problem;

import org.jspecify.annotations.NullMarked;
