/** Tests of runs in real processes of their own. */
@NullMarked
package cn.mingjian.engine.worker;

import org.jspecify.annotations.NullMarked;
