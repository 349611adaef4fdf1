/** How names, values and functions are written in the engine's SQL. */
@NullMarked
package cn.mingjian.compiler.sql;

import org.jspecify.annotations.NullMarked;
