/** Plans: a short list of stages, each one statement or one Java operator, and the queries for clues and source rows. */
@NullMarked
package cn.mingjian.compiler.plan;

import org.jspecify.annotations.NullMarked;
