/** Runs that are ordered ahead: for a day, each month, or when a delivery arrives. */
@NullMarked
package cn.mingjian.server.schedule;

import org.jspecify.annotations.NullMarked;
