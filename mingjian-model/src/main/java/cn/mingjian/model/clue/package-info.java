/** Clues as they leave a run, with their source rows, and the funnel of the run. */
@NullMarked
package cn.mingjian.model.clue;

import org.jspecify.annotations.NullMarked;
