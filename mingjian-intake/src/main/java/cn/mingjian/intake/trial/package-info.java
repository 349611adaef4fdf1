/** What a mapping would make of delivered rows, tried on the first of them; nothing is stored. */
@NullMarked
package cn.mingjian.intake.trial;

import org.jspecify.annotations.NullMarked;
