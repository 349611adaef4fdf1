/** Patterns of templates, and the words in them by which they are found fast. */
@NullMarked
package cn.mingjian.documents.wording;

import org.jspecify.annotations.NullMarked;
