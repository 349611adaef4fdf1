/** Tests. */
@NullMarked
package cn.mingjian.documents.correction;

import org.jspecify.annotations.NullMarked;
