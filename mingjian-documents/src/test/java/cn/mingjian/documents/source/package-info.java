/** Tests. */
@NullMarked
package cn.mingjian.documents.source;

import org.jspecify.annotations.NullMarked;
