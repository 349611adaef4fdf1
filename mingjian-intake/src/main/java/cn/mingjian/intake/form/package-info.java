/** The Excel form that asks another body for data, and reading it back. */
@NullMarked
package cn.mingjian.intake.form;

import org.jspecify.annotations.NullMarked;
