/** The command line: one class a command. */
@NullMarked
package cn.mingjian.cli;

import org.jspecify.annotations.NullMarked;
