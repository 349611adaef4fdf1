/** Tests. */
@NullMarked
package cn.mingjian.documents.rows;

import org.jspecify.annotations.NullMarked;
