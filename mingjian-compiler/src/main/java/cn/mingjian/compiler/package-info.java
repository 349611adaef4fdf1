/** From a model package to a plan: check, lineage, rule card, stages of engine SQL. */
@NullMarked
package cn.mingjian.compiler;

import org.jspecify.annotations.NullMarked;
