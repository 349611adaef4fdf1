/** Who asks, and in which roles. */
@NullMarked
package cn.mingjian.server.actor;

import org.jspecify.annotations.NullMarked;
