/** The primitives: one file each, from its YAML to typed fields and SQL. */
@NullMarked
package cn.mingjian.compiler.step;

import org.jspecify.annotations.NullMarked;
