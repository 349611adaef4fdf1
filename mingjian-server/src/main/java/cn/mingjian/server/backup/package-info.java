/** An installation in one sealed file, and back: tables as one moment saw them, and the files that their rows name. */
@NullMarked
package cn.mingjian.server.backup;

import org.jspecify.annotations.NullMarked;
