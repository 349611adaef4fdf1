/** A server that is killed in the middle of what people do, and what must be whole when it is there again. */
@NullMarked
package cn.mingjian.server.kill;

import org.jspecify.annotations.NullMarked;
