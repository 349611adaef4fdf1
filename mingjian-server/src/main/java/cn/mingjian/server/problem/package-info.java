/** What a refused request answers: sentences in both languages, never a trace. */
@NullMarked
package cn.mingjian.server.problem;

import org.jspecify.annotations.NullMarked;
