/** Cases that a rule must decide, run as a package's own cases are. */
@NullMarked
package cn.mingjian.engine.cases;

import org.jspecify.annotations.NullMarked;
