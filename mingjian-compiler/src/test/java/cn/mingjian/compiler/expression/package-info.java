/** The expression language: reading, typing, and what hostile texts do to it. */
@NullMarked
package cn.mingjian.compiler.expression;

import org.jspecify.annotations.NullMarked;
