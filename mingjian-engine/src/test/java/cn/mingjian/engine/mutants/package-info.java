/** Tests of the attack on packages. */
@NullMarked
package cn.mingjian.engine.mutants;

import org.jspecify.annotations.NullMarked;
