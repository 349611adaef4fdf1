/** Tests. */
@NullMarked
package cn.mingjian.documents.text;

import org.jspecify.annotations.NullMarked;
