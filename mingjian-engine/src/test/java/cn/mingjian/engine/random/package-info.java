/** Random models over random rows: however a plan is cut into statements, it finds the same. */
@NullMarked
package cn.mingjian.engine.random;

import org.jspecify.annotations.NullMarked;
