/** Dataset versions: immutable parts of one contract with their manifest and coverage. */
@NullMarked
package cn.mingjian.model.dataset;

import org.jspecify.annotations.NullMarked;
