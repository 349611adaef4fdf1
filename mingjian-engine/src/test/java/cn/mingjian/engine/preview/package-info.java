/** One step of a model, asked about rows in hand. */
@NullMarked
package cn.mingjian.engine.preview;

import org.jspecify.annotations.NullMarked;
