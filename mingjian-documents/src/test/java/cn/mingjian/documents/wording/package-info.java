/** Tests of the patterns of templates. */
@NullMarked
package cn.mingjian.documents.wording;

import org.jspecify.annotations.NullMarked;
