/** Legal documents to elements: which kinds of document are known, and how a file of them is read. */
@NullMarked
package cn.mingjian.documents;

import org.jspecify.annotations.NullMarked;
