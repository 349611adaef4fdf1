/** Tests. */
@NullMarked
package cn.mingjian.documents.value;

import org.jspecify.annotations.NullMarked;
