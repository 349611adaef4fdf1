/** What this installation was told at start, and the library that it stands on. */
@NullMarked
package cn.mingjian.server.installation;

import org.jspecify.annotations.NullMarked;
