/** Tests. */
@NullMarked
package cn.mingjian.documents.template;

import org.jspecify.annotations.NullMarked;
