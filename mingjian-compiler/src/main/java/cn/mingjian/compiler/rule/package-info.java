/** Rules: hits become clues with facts, grade, exclusions, amplifiers and source rows. */
@NullMarked
package cn.mingjian.compiler.rule;

import org.jspecify.annotations.NullMarked;
