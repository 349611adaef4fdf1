/** What an extraction gives: one line of JSON a document. */
@NullMarked
package cn.mingjian.documents.output;

import org.jspecify.annotations.NullMarked;
