/** Corrections by a person, which win over extraction. */
@NullMarked
package cn.mingjian.documents.correction;

import org.jspecify.annotations.NullMarked;
