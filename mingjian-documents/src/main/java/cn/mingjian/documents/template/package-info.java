/** Element templates: what is searched in which part of a kind of document, as data. */
@NullMarked
package cn.mingjian.documents.template;

import org.jspecify.annotations.NullMarked;
