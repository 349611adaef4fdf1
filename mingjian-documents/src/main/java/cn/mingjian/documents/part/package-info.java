/** The parts of a document, and the stretches of text in which an element is searched. */
@NullMarked
package cn.mingjian.documents.part;

import org.jspecify.annotations.NullMarked;
