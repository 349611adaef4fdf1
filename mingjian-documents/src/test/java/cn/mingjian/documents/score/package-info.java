/** Tests. */
@NullMarked
package cn.mingjian.documents.score;

import org.jspecify.annotations.NullMarked;
