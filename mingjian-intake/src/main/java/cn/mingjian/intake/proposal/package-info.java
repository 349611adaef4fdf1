/** A first mapping for a delivery that has none, for a person to look over. */
@NullMarked
package cn.mingjian.intake.proposal;

import org.jspecify.annotations.NullMarked;
