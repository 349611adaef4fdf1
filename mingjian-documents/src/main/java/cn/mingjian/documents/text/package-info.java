/** The text of a document as it is searched: normalised character by character, with the way back to the delivered text. */
@NullMarked
package cn.mingjian.documents.text;

import org.jspecify.annotations.NullMarked;
