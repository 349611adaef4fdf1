/** Elements as rows of contracts, so that models run on them. */
@NullMarked
package cn.mingjian.documents.rows;

import org.jspecify.annotations.NullMarked;
