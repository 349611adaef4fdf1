package cn.mingjian.engine.mutants;

import cn.mingjian.compiler.expression.Expression;

/**
 * An expression changed in one place.
 *
 * @param path numbers of operands from the whole expression to the changed part, from 1, as {@code 2.1}; empty for the whole
 * @param whole the expression as changed
 * @param at offset of the changed part in the text
 */
record Variant(String path, Kind kind, Expression whole, String before, String after, int at) {}
