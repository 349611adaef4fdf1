package cn.mingjian.compiler.plan;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Step;
import cn.mingjian.compiler.step.Step.Select;
import cn.mingjian.compiler.step.StepContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes one statement: the steps that it needs and that are not kept already as common table expressions, and beside its
 * rows the counts of each step that decides: rows in, kept, unknown, pending.
 */
final class StatementWriter {

    private static final String COUNTS =
            "count(*) AS _in, count(*) FILTER (WHERE _keep) AS _kept, count(*) FILTER (WHERE _keep IS NULL AND _why <>"
                    + " 'pending') AS _unknown, count(*) FILTER (WHERE _keep IS NULL AND _why = 'pending') AS _pending";

    private final CheckedModel model;
    private final Set<String> kept;
    private final boolean cased;
    private final Map<String, String> expressions = new LinkedHashMap<>();
    private final List<String> counted = new ArrayList<>();

    /** @param kept relations that are tables or views by now */
    StatementWriter(CheckedModel model, Set<String> kept, boolean cased) {
        this.model = model;
        this.kept = kept;
        this.cased = cased;
    }

    /** Makes a relation readable in this statement. */
    void need(String name) {
        Step step = model.steps().get(name);
        boolean ready = kept.contains(name) || expressions.containsKey(name);
        if (step == null || ready || !step.relation().available()) {
            return;
        }
        step.reads().forEach(this::need);
        if (step.body() instanceof Select select) {
            select(step, select);
        } else if (step.body() instanceof Step.Union union) {
            expressions.put(name, union(step.relation(), union));
        }
    }

    private void select(Step step, Select select) {
        String columns = columns(step.relation());
        String grouped = select.groupBy().isEmpty() ? "" : " GROUP BY " + select.groupBy();
        String body = " FROM " + select.from() + grouped;
        if (select.outcome().isEmpty()) {
            expressions.put(step.name(), "SELECT " + columns + caseItem("l") + body);
        } else {
            decided(step.name(), columns + caseItem("l"), fields(step.relation()), select, body);
        }
    }

    /** A candidate with its outcome, computed once; from it the kept rows and the counts. */
    void decided(String name, String columns, String fields, Select select, String body) {
        String candidate = name + "?";
        expressions.put(
                candidate,
                "SELECT " + columns + ", " + select.outcome() + " AS _keep, " + select.why() + " AS _why" + body);
        expressions.put(
                name,
                "SELECT " + fields + (cased ? ", " + StepContext.CASE : "") + " FROM " + Sql.name(candidate)
                        + " WHERE _keep");
        counted.add(name);
    }

    private static String columns(Relation relation) {
        return relation.fields().values().stream().map(StatementWriter::column).collect(Collectors.joining(", "));
    }

    private static String column(Field field) {
        String value = field.value().available() ? field.value().sql() : Sql.cast("NULL", field.type());
        return value + " AS " + Sql.name(field.name());
    }

    static String fields(Relation relation) {
        return relation.fields().keySet().stream().map(Sql::name).collect(Collectors.joining(", "));
    }

    private String union(Relation relation, Step.Union union) {
        Collection<Field> fields = relation.fields().values();
        return union.arms().stream()
                .map(arm -> "SELECT "
                        + fields.stream()
                                .map(field ->
                                        Sql.cast(armField(arm, field), field.type()) + " AS " + Sql.name(field.name()))
                                .collect(Collectors.joining(", "))
                        + caseItem("l") + " FROM " + Sql.name(arm) + " l")
                .collect(Collectors.joining(" UNION ALL "));
    }

    private String armField(String arm, Field field) {
        Step step = model.steps().get(arm);
        Relation relation = step == null ? model.inputs().get(arm) : step.relation();
        boolean there = relation != null
                && relation.field(field.name())
                        .filter(own -> own.value().available())
                        .isPresent();
        return there ? Sql.field("l", field.name()) : "NULL";
    }

    private String caseItem(String alias) {
        return cased ? ", " + alias + "." + StepContext.CASE + " AS " + StepContext.CASE : "";
    }

    /** The statement whose table holds the rows of a select over this statement's relations, and all counts. */
    Stage.Statement statement(String relation, String rows) {
        String table = relation + "#";
        StringBuilder sql = new StringBuilder("CREATE TEMP TABLE " + Sql.name(table) + " AS ");
        sql.append(with());
        sql.append(
                        "SELECT CAST(NULL AS VARCHAR) AS _step, CAST(NULL AS BIGINT) AS _in, CAST(NULL AS BIGINT) AS _kept, ")
                .append("CAST(NULL AS BIGINT) AS _unknown, CAST(NULL AS BIGINT) AS _pending, s.* FROM (")
                .append(rows)
                .append(") s");
        for (String name : counted) {
            sql.append(" UNION ALL BY NAME SELECT ")
                    .append(Sql.text(name))
                    .append(" AS _step, ")
                    .append(COUNTS);
            sql.append(cased ? ", " + StepContext.CASE : "").append(" FROM ").append(Sql.name(name + "?"));
            sql.append(cased ? " GROUP BY " + StepContext.CASE : "");
        }
        String view = "CREATE TEMP VIEW " + Sql.name(relation)
                + " AS SELECT * EXCLUDE (_step, _in, _kept, _unknown, _pending) FROM " + Sql.name(table)
                + " WHERE _step IS NULL";
        Map<String, String> undecided = new LinkedHashMap<>();
        counted.forEach(name -> undecided.put(name, unknownRows(name)));
        return new Stage.Statement(relation, table, sql.toString(), view, undecided);
    }

    /** The query of the rows that a step could not decide, with the reason. */
    private String unknownRows(String step) {
        return with() + "SELECT * EXCLUDE (_keep) FROM " + Sql.name(step + "?") + " WHERE _keep IS NULL";
    }

    private String with() {
        return expressions.isEmpty()
                ? ""
                : expressions.entrySet().stream()
                        .map(entry -> Sql.name(entry.getKey())
                                + (entry.getKey().endsWith("?") ? " AS MATERIALIZED (" : " AS (") + entry.getValue()
                                + ")")
                        .collect(Collectors.joining(",\n", "WITH ", "\n"));
    }
}
