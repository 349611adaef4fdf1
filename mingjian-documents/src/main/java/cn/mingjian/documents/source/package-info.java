/** Documents from files: plain text, lines of JSON, folders, Word and PDF. */
@NullMarked
package cn.mingjian.documents.source;

import org.jspecify.annotations.NullMarked;
