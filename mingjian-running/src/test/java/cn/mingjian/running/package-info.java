/** Running models over deliveries, tried with real files. */
@NullMarked
package cn.mingjian.running;

import org.jspecify.annotations.NullMarked;
