/** Tests of what a run says. */
@NullMarked
package cn.mingjian.engine.run;

import org.jspecify.annotations.NullMarked;
