/** What can be said of a model only when all of it is known: what nothing reads, whom it accuses, what it takes for proof. */
@NullMarked
package cn.mingjian.compiler.review;

import org.jspecify.annotations.NullMarked;
