/** Given/expect cases beside a model: rows in, clues out, all cases of a package in one statement. */
@NullMarked
package cn.mingjian.engine.cases;

import org.jspecify.annotations.NullMarked;
