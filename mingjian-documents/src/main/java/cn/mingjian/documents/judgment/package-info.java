/** Criminal judgments: parties, whose penalty is whose, cited articles, sealed records. */
@NullMarked
package cn.mingjian.documents.judgment;

import org.jspecify.annotations.NullMarked;
