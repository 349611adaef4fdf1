/** What an import found: counts by source and column, without values. */
@NullMarked
package cn.mingjian.intake.quality;

import org.jspecify.annotations.NullMarked;
