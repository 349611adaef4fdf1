/** Measures what rules cost against SQL written by hand for the same question. */
@NullMarked
package cn.mingjian.bench.rules;

import org.jspecify.annotations.NullMarked;
