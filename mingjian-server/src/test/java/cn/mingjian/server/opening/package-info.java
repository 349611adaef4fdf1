/** Tests of openings. */
@NullMarked
package cn.mingjian.server.opening;

import org.jspecify.annotations.NullMarked;
