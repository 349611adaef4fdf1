/** Patterns: further words of the language, each an expansion into primitives, written as text in the library. */
@NullMarked
package cn.mingjian.compiler.pattern;

import org.jspecify.annotations.NullMarked;
