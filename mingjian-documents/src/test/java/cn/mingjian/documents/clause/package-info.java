/** Contracts of several layouts, all invented. */
@NullMarked
package cn.mingjian.documents.clause;

import org.jspecify.annotations.NullMarked;
