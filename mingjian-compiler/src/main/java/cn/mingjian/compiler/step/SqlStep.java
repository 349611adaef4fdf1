package cn.mingjian.compiler.step;

import cn.mingjian.compiler.query.SqlQuery;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Step.Nothing;
import cn.mingjian.compiler.step.Step.Select;
import cn.mingjian.model.yaml.YamlMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code sql: SELECT ...}: the honest way out, for what no primitive says.
 *
 * <p>One SELECT over inputs, earlier steps and rules, each with an alias, every column with the alias before it and every
 * result with a name. Joins are inner; UNION, INTERSECT, WITH, sub-queries in FROM, EXISTS and IN are there. What concludes
 * from absence, depends on an order with ties, or divides decimals is refused, because {@code absent}, {@code pick} and
 * {@code divide} do that with what it needs. Nulls are SQL's: a row whose condition is unknown is left out and not counted
 * as unknown, which the rule card says.
 */
final class SqlStep implements Operator {

    @Override
    public String word() {
        return "sql";
    }

    @Override
    public Step check(String name, YamlMap step, StepContext context) {
        step.allow(List.of("title", "sql"));
        Steps steps = Steps.empty(name, this, context);
        Optional<SqlQuery.Checked> query = step.requireScalar("sql")
                .flatMap(text -> SqlQuery.check(
                        text,
                        context::relation,
                        context.surroundings().parameters(),
                        context.surroundings().functions(),
                        context.problems()));
        if (query.isEmpty()) {
            return steps.words("", "").opened(true).select(new Nothing());
        }
        List<Relation> reads = query.get().reads().values().stream().distinct().toList();
        reads.forEach(steps::needing);
        for (Typed column : query.get().columns()) {
            steps.deciding(column.uses()).lacking(column.lacks());
        }
        query.get().fields().forEach(steps::put);
        return steps.words(
                        reads.stream().map(Relation::name).collect(Collectors.joining("、")),
                        step.text("sql").orElse("").strip())
                .select(Select.all(from(query.get(), reads, context)));
    }

    /** The query with every column cast to its declared type; in tests once for each case, over the rows of that case. */
    private static String from(SqlQuery.Checked query, List<Relation> reads, StepContext context) {
        String casts = query.fields().stream().map(SqlStep::cast).collect(Collectors.joining(", "));
        if (!context.cased()) {
            return "(SELECT " + casts + " FROM (" + query.sql().apply(Relation::sqlName) + ") q) l";
        }
        String cases = reads.stream()
                .map(read -> "SELECT DISTINCT " + StepContext.CASE + " FROM " + read.sqlName())
                .collect(Collectors.joining(" UNION "));
        Function<Relation, String> ofCase = read -> "(SELECT * FROM " + read.sqlName() + " z WHERE z."
                + StepContext.CASE + " = k." + StepContext.CASE + ")";
        return "(SELECT " + casts + ", k." + StepContext.CASE + " FROM (" + cases + ") k, LATERAL ("
                + query.sql().apply(ofCase) + ") q) l";
    }

    private static String cast(Field field) {
        return Sql.cast(Sql.field("q", field.name()), field.type()) + " AS " + Sql.name(field.name());
    }
}
