/** Which delivered heading is which column of a contract, and how its texts are read: recipes and proposals. */
@NullMarked
package cn.mingjian.intake.map;

import org.jspecify.annotations.NullMarked;
