package cn.mingjian.compiler.review;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.expression.Expression;
import cn.mingjian.compiler.expression.Parser;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.step.Step;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Follows values back to the rows of inputs, through steps that pass a field on, rename it or compute it from one row. A
 * field that is gathered from several rows (tally, group, union) or looked up stands for itself.
 */
final class Origins {

    private static final int MOST_STEPS = 200;

    private final CheckedModel model;
    private final Reads reads;

    Origins(CheckedModel model) {
        this.model = model;
        this.reads = new Reads(model.pack());
    }

    /**
     * A value in terms of inputs.
     *
     * @param text the expression with {@code relation.column} in place of each name
     * @param rows which rows it reads, by input and the way on which they were reached
     */
    record Origin(String text, Set<Row> rows) {

        /** The one row that it reads, if it is one. */
        Optional<Row> row() {
            return rows.size() == 1 ? Optional.of(rows.iterator().next()) : Optional.empty();
        }
    }

    /** A row of a relation; two ways to the same input are two rows. */
    record Row(String relation, String way) implements Comparable<Row> {
        @Override
        public int compareTo(Row other) {
            return (relation + way).compareTo(other.relation + other.way);
        }
    }

    /** The relations whose fields an expression may name: its main one, and a second one under its name there. */
    record Names(String left, Optional<String> right, String rightName, String way) {

        static Names of(String left) {
            return new Names(left, Optional.empty(), "", "");
        }
    }

    /** The expression of a text that was found right before. */
    static Optional<Expression> parse(YamlScalar text) {
        return Parser.parse(text, new Problems());
    }

    Origin of(Expression expression, Names names) {
        Set<Row> rows = new TreeSet<>();
        String text = Written.of(expression, name -> name(name, names, rows, 0));
        return new Origin(text, rows);
    }

    private String name(Expression.Name name, Names names, Set<Row> rows, int depth) {
        boolean named = name.relation().filter(names.rightName::equals).isPresent();
        boolean isRight =
                names.right.isPresent() && (named || name.relation().isEmpty() && !has(names.left, name.name()));
        return isRight
                ? field(names.right.orElseThrow(), name.name(), names.way + "/right", rows, depth + 1)
                : field(names.left, name.name(), names.way, rows, depth + 1);
    }

    private boolean has(String relation, String field) {
        return relation(relation).flatMap(found -> found.field(field)).isPresent();
    }

    private Optional<Relation> relation(String name) {
        Step step = model.steps().get(name);
        Rule rule = model.rules().get(name);
        return Optional.ofNullable(model.inputs().get(name))
                .or(() -> Optional.ofNullable(step).map(Step::relation))
                .or(() -> Optional.ofNullable(rule).map(Rule::clues));
    }

    private String field(String relation, String field, String way, Set<Row> rows, int depth) {
        YamlMap step = model.pack().steps().get(relation);
        Optional<String> main = step == null ? Optional.empty() : reads.mainOf(step);
        if (step != null && main.isPresent() && depth < MOST_STEPS) {
            if (step.has("derive") && step.mapOrEmpty("add").has(field)) {
                Names own = new Names(main.get(), Optional.empty(), "", way);
                Optional<String> computed = step.mapOrEmpty("add")
                        .scalar(field)
                        .flatMap(Origins::parse)
                        .map(text -> Written.of(text, name -> name(name, own, rows, depth)));
                return computed.orElseGet(() -> itself(relation, field, way, rows));
            }
            if (step.mapOrEmpty("take").has(field)) {
                Optional<String> other =
                        step.text("with").filter(name -> relation(name).isPresent());
                return other.flatMap(name -> step.mapOrEmpty("take")
                                .scalar(field)
                                .flatMap(Origins::parse)
                                .map(text -> taken(text, name, way + "/" + relation, rows, depth)))
                        .orElseGet(() -> itself(relation, field, way, rows));
            }
            if (!step.mapOrEmpty("add").has(field) && has(main.get(), field)) {
                return field(main.get(), field, way, rows, depth + 1);
            }
        }
        return itself(relation, field, way, rows);
    }

    private String taken(Expression text, String other, String way, Set<Row> rows, int depth) {
        Names names = new Names(other, Optional.empty(), "", way);
        return Written.of(text, name -> name(name, names, rows, depth));
    }

    private static String itself(String relation, String field, String way, Set<Row> rows) {
        rows.add(new Row(relation, way));
        return relation + "." + field;
    }
}
