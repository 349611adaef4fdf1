/** Tests. */
@NullMarked
package cn.mingjian.documents.judgment;

import org.jspecify.annotations.NullMarked;
