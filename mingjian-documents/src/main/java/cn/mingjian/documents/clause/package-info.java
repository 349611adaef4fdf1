/** Contracts cut into their parts and numbered clauses. */
@NullMarked
package cn.mingjian.documents.clause;

import org.jspecify.annotations.NullMarked;
