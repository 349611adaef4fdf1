/** From words to values: days, money, lengths of time, numbers of articles. */
@NullMarked
package cn.mingjian.documents.value;

import org.jspecify.annotations.NullMarked;
