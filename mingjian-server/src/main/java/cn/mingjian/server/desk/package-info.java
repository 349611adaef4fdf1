/** The work desk: what ended, what runs, what waits. */
@NullMarked
package cn.mingjian.server.desk;

import org.jspecify.annotations.NullMarked;
