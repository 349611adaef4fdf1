/** A run in a process of its own: ordered by a file, told of in events, answered by a folder. */
@NullMarked
package cn.mingjian.engine.worker;

import org.jspecify.annotations.NullMarked;
