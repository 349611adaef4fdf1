/** A real server on a real database, and people who use it. */
@NullMarked
package cn.mingjian.server.testing;

import org.jspecify.annotations.NullMarked;
