/** Tests of the intake: every fixture is written by the test that reads it. */
@NullMarked
package cn.mingjian.intake;

import org.jspecify.annotations.NullMarked;
