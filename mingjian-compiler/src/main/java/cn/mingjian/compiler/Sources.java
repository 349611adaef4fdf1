package cn.mingjian.compiler;

import cn.mingjian.compiler.expression.FunctionCatalogue;
import cn.mingjian.compiler.pattern.Patterns;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.law.LawIndex;
import cn.mingjian.model.table.ReferenceTables;
import java.util.Optional;

/**
 * What models refer to and do not define: contracts, reference tables, functions, patterns, and laws where a library has
 * them.
 */
record Sources(
        Contracts contracts,
        ReferenceTables tables,
        FunctionCatalogue functions,
        Patterns patterns,
        Optional<LawIndex> laws) {}
