/** The command line from end to end: real files in, exit code, screen and files out. */
@NullMarked
package cn.mingjian.cli;

import org.jspecify.annotations.NullMarked;
