/** Runs plans: data in, stages, funnel, clues, source rows. */
@NullMarked
package cn.mingjian.engine;

import org.jspecify.annotations.NullMarked;
