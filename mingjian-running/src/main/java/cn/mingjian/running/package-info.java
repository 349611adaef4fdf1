/** What the run command does between its options and its output: settings, import, binding, the chain of runs. */
@NullMarked
package cn.mingjian.running;

import org.jspecify.annotations.NullMarked;
