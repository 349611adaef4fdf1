/** Tests. */
@NullMarked
package cn.mingjian.documents;

import org.jspecify.annotations.NullMarked;
