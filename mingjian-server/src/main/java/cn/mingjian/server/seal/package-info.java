/** The lock of an installation that seals what it keeps: a second person opens it after each start. */
@NullMarked
package cn.mingjian.server.seal;

import org.jspecify.annotations.NullMarked;
