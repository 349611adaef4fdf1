/** Laws as they stood on a day: citations, the texts held, and how a provision is carried from one text to the next. */
@NullMarked
package cn.mingjian.model.law;

import org.jspecify.annotations.NullMarked;
