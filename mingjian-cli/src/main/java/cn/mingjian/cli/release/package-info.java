/** The product as one signed file with its own Java, and installations of such files beside one another. */
@NullMarked
package cn.mingjian.cli.release;

import org.jspecify.annotations.NullMarked;
