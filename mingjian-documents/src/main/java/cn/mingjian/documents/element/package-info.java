/** Elements as they are found: value, words, place, confidence, state. */
@NullMarked
package cn.mingjian.documents.element;

import org.jspecify.annotations.NullMarked;
