/** What checking a package gives: a model whose names, types and data are known. */
@NullMarked
package cn.mingjian.compiler.checked;

import org.jspecify.annotations.NullMarked;
