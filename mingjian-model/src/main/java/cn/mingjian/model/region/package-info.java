/** The tree of counties, cities and provinces on a day, through the history of their codes. */
@NullMarked
package cn.mingjian.model.region;

import org.jspecify.annotations.NullMarked;
