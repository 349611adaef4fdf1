/** Relations: named rows with typed fields, what each field was computed from, and what data it lacks. */
@NullMarked
package cn.mingjian.compiler.relation;

import org.jspecify.annotations.NullMarked;
