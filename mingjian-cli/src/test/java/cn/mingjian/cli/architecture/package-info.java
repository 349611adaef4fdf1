/** Holds the modules and packages to the arrows of the design. */
@NullMarked
package cn.mingjian.cli.architecture;

import org.jspecify.annotations.NullMarked;
