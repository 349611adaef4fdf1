/** An extraction held against a gold file. */
@NullMarked
package cn.mingjian.documents.score;

import org.jspecify.annotations.NullMarked;
