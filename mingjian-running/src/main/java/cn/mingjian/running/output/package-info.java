/** How results are shown and written: tables on the terminal, JSON lines, Excel. */
@NullMarked
package cn.mingjian.running.output;

import org.jspecify.annotations.NullMarked;
