/** Steps tried on rows: what each primitive keeps, what it leaves unknown and why. */
@NullMarked
package cn.mingjian.engine.step;

import org.jspecify.annotations.NullMarked;
