/** What a hostile package, setting or mapping tries, and what it is answered. */
@NullMarked
package cn.mingjian.cli.hostile;

import org.jspecify.annotations.NullMarked;
