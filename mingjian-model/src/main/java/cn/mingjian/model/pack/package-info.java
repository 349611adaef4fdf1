/** Model packages as written: the parts of model.yaml with their places, not yet checked against contracts. */
@NullMarked
package cn.mingjian.model.pack;

import org.jspecify.annotations.NullMarked;
