/** The expression language: text to tree, tree to typed SQL. */
@NullMarked
package cn.mingjian.compiler.expression;

import org.jspecify.annotations.NullMarked;
