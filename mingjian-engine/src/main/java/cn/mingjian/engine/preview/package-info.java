/** The rows of one step of a model over rows in hand, without a run. */
@NullMarked
package cn.mingjian.engine.preview;

import org.jspecify.annotations.NullMarked;
