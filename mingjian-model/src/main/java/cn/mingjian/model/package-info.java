/** What the whole module shares: words in two languages. */
@NullMarked
package cn.mingjian.model;

import org.jspecify.annotations.NullMarked;
