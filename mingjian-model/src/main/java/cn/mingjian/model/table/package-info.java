/** Reference tables: values that depend on the day, the region, the kind or the band, each with its source. */
@NullMarked
package cn.mingjian.model.table;

import org.jspecify.annotations.NullMarked;
