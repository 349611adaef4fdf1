/** The product attacks its own rules: a package changed in one place must fail a case, or the cases prove too little. */
@NullMarked
package cn.mingjian.engine.mutants;

import org.jspecify.annotations.NullMarked;
