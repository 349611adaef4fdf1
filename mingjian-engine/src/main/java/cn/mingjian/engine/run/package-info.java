/** One run: dataset versions and a package in, clues with source rows, signals and the funnel out. */
@NullMarked
package cn.mingjian.engine.run;

import org.jspecify.annotations.NullMarked;
