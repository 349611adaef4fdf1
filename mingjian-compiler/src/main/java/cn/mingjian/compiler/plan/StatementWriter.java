package cn.mingjian.compiler.plan;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Step;
import cn.mingjian.compiler.step.Step.Select;
import cn.mingjian.compiler.step.StepContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Writes one statement: the steps that it needs and that are not kept already as common table expressions, and beside its
 * rows the counts of each step that decides: rows in, kept, unknown, pending.
 *
 * <p>Steps that look at one row at a time are marked along a {@link RowChain} and counted in one pass. Other steps that
 * decide are computed once: their candidates are materialized, and read for the rows and for the counts.
 */
final class StatementWriter {

    private static final String DISTINCT = "DISTINCT";

    /** Checks of an identity number or a credit code, in Java. */
    private static final List<String> NUMBER_CHECKS = List.of("mj_id_valid_text(", "mj_uscc_valid_text(");

    private final CheckedModel model;
    private final Set<String> kept;
    private final NeededFields needed;
    private final boolean cased;
    private final Companions companions;
    private final Map<String, String> expressions = new LinkedHashMap<>();
    private final Map<String, RowChain> chains = new LinkedHashMap<>();
    private final Set<String> readTwice = new HashSet<>();
    private final Set<String> rowByRow = new HashSet<>();
    private final List<String> counted = new ArrayList<>();
    private final Map<String, String> undecidedGroups = new HashMap<>();

    /** @param kept relations that are tables or views by now */
    StatementWriter(CheckedModel model, Set<String> kept, NeededFields needed, boolean cased) {
        this.model = model;
        this.kept = kept;
        this.needed = needed;
        this.cased = cased;
        this.companions = new Companions(model, kept);
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
            select(step, select.of(companions.whole(select.from(), step.reads().get(0), step.reads())));
        } else if (step.body() instanceof Step.Union union) {
            expressions.put(name, "(" + union(step.relation(), union) + ")");
            if (union.arms().stream().allMatch(this::isReadTwiceCheaply)) {
                readTwice.add(name);
            }
        }
    }

    private void select(Step step, Select select) {
        String main = step.reads().get(0);
        if (RowChain.isOne(step, select)) {
            RowChain before = chains.get(main);
            RowChain chain = before == null ? RowChain.over(main) : before;
            if (!chain.allows(step, select)) {
                chain = RowChain.over(main);
            }
            rowByRow(step, select, chain);
            return;
        }
        String grouped = select.groupBy().isEmpty() ? "" : " GROUP BY " + select.groupBy();
        String columns = columns(step.relation()) + caseItem("l");
        if (decidesBeforeLists(step, select) && isReadTwiceCheaply(main)) {
            decidedGroup(step, select, columns);
            return;
        }
        if (!select.outcome().isEmpty()) {
            Optional<Select> check = numberCheck(step);
            if (check.isPresent()) {
                joinedBeforeCheck(step, select, check.get());
                return;
            }
            decided(step.name(), columns, fields(step.relation()), select, " FROM " + select.from() + grouped);
            return;
        }
        expressions.put(step.name(), "(SELECT " + columns + " FROM " + select.from() + grouped + ")");
        RowChain before = chains.get(main);
        if (before != null || isReadTwiceCheaply(main)) {
            (before == null ? RowChain.over(main) : before)
                    .late(step, select)
                    .ifPresent(chain -> chains.put(step.name(), chain));
        }
    }

    /** A step that looks at each row alone: its rows carry what it and those before it in the chain decided. */
    private void rowByRow(Step step, Select select, RowChain chain) {
        String name = step.name();
        if (select.outcome().isEmpty()
                && chain.deciding().isEmpty()
                && chain.late().isEmpty()) {
            expressions.put(
                    name,
                    "NOT MATERIALIZED (SELECT " + columns(step.relation()) + caseItem("l") + " FROM " + select.from()
                            + ")");
            if (isReadTwiceCheaply(chain.base())) {
                readTwice.add(name);
                rowByRow.add(name);
            }
            return;
        }
        boolean first = chain.deciding().isEmpty();
        RowChain longer = chain.with(step, select, needed.of(step.relation()));
        String marked = longer.marked(step, select, chain, cased);
        boolean again = !first || isReadTwiceCheaply(chain.base());
        expressions.put(longer.form(), (again ? "NOT MATERIALIZED (" : "MATERIALIZED (") + marked + ")");
        expressions.put(name, "NOT MATERIALIZED (" + longer.rows(fields(step.relation()), cased) + ")");
        chains.put(name, longer);
        if (longer.late().isEmpty()) {
            readTwice.add(name);
            if (again) {
                rowByRow.add(name);
            }
        }
    }

    /** Whether reading a relation once more costs no more than a scan: it is stored, or follows row by row from such. */
    private boolean isReadTwiceCheaply(String name) {
        InputView view = model.views().get(name);
        boolean reduced = view != null && view.beside().isPresent();
        return readTwice.contains(name) || kept.contains(name) || model.steps().get(name) == null && !reduced;
    }

    /** A candidate with its outcome, computed once; from it the kept rows and the counts. */
    void decided(String name, String columns, String fields, Select select, String body) {
        String candidate = name + "?";
        expressions.put(
                candidate,
                "MATERIALIZED (SELECT " + columns + ", " + select.outcome() + " AS _keep, " + select.why() + " AS _why"
                        + body + ")");
        kept(name, fields + (cased ? ", " + StepContext.CASE : ""));
    }

    /** The rows of a step that its candidates keep; these are counted. */
    private void kept(String name, String fields) {
        expressions.put(name, "NOT MATERIALIZED (SELECT " + fields + " FROM " + Sql.name(name + "?") + " WHERE _keep)");
        counted.add(name);
        readTwice.add(name);
    }

    /** The check of a number that the rows of a join went through last, where it waits until they were joined. */
    private Optional<Select> numberCheck(Step join) {
        Step checked = model.steps().get(join.reads().get(0));
        return join.operator().equals("join")
                        && checked != null
                        && checked.operator().equals("filter")
                        && chains.containsKey(checked.name())
                        && checked.body() instanceof Select check
                        && NUMBER_CHECKS.stream().anyMatch(check.outcome()::contains)
                ? Optional.of(check)
                : Optional.empty();
    }

    /** The check is dear and nearly all numbers pass: all rows are joined, and of those that met the numbers are checked. */
    private void joinedBeforeCheck(Step step, Select select, Select check) {
        Step checked = Objects.requireNonNull(model.steps().get(step.reads().get(0)));
        String all = Sql.name(checked.reads().get(0)) + " l";
        Collection<Field> carried = needed.of(step.relation());
        String columns = step.relation().fields().values().stream()
                .filter(field -> carried.contains(field) || check.outcome().contains(Sql.field("l", field.name())))
                .map(StatementWriter::column)
                .collect(Collectors.joining(", "));
        String met = step.name() + "~";
        expressions.put(
                met,
                "MATERIALIZED (SELECT " + columns + caseItem("l") + ", " + select.outcome() + " AS _keep, "
                        + select.why() + " AS _why FROM "
                        + select.from().replace(checked.relation().sqlName() + " l", all) + ")");
        String fields = fields(step.relation()) + (cased ? ", " + StepContext.CASE : "");
        expressions.put(
                step.name() + "?",
                "MATERIALIZED (SELECT " + fields + ", _keep, _why FROM " + Sql.name(met) + " l WHERE " + check.outcome()
                        + ")");
        kept(step.name(), fields);
    }

    /** Whether a group is kept or dropped by less than what it gathers: lists of distinct values cost most. */
    private static boolean decidesBeforeLists(Step step, Select select) {
        return step.operator().equals("group")
                && !select.outcome().isEmpty()
                && !select.groupBy().isEmpty()
                && !select.outcome().contains(DISTINCT)
                && step.relation().fields().values().stream()
                        .anyMatch(field -> value(field).contains(DISTINCT));
    }

    /** Groups are decided first, by key; only for those kept the rest is gathered, in a second pass. */
    private void decidedGroup(Step step, Select select, String columns) {
        String candidate = step.name() + "?";
        List<String> keys = new ArrayList<>(step.relation().fields().values().stream()
                .filter(field -> value(field).equals(Sql.field("l", field.name())))
                .map(field -> Sql.name(field.name()))
                .toList());
        if (cased) {
            keys.add(StepContext.CASE);
        }
        String same = keys.stream()
                .map(key -> "l." + key + " IS NOT DISTINCT FROM g." + key)
                .collect(Collectors.joining(" AND "));
        String named = keys.stream().map(key -> "l." + key + " AS " + key).collect(Collectors.joining(", "));
        String grouped = " GROUP BY " + select.groupBy();
        expressions.put(
                candidate,
                "MATERIALIZED (SELECT " + named + ", " + select.outcome() + " AS _keep, " + select.why()
                        + " AS _why FROM " + select.from() + grouped + ")");
        expressions.put(
                step.name(),
                "(SELECT " + columns + " FROM " + select.from() + " SEMI JOIN (SELECT * FROM " + Sql.name(candidate)
                        + " WHERE _keep) g ON " + same + grouped + ")");
        undecidedGroups.put(
                step.name(),
                "SELECT " + columns + ", any_value(g._why) AS _why FROM " + select.from() + " JOIN (SELECT * FROM "
                        + Sql.name(candidate) + " WHERE _keep IS NULL) g ON " + same + grouped);
        counted.add(step.name());
    }

    private String columns(Relation relation) {
        return needed.of(relation).stream().map(StatementWriter::column).collect(Collectors.joining(", "));
    }

    private static String column(Field field) {
        return value(field) + " AS " + Sql.name(field.name());
    }

    static String value(Field field) {
        return field.value().available() ? field.value().sql() : Sql.cast("NULL", field.type());
    }

    private String fields(Relation relation) {
        return needed.of(relation).stream().map(field -> Sql.name(field.name())).collect(Collectors.joining(", "));
    }

    private String union(Relation relation, Step.Union union) {
        Collection<Field> fields = needed.of(relation);
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

    private String counts(String step) {
        String candidates = Objects.requireNonNull(expressions.get(step + "?"));
        Outcomes outcomes = new Outcomes("", "_keep", "_why", Outcomes.canBePending(candidates));
        return outcomes.rows() + " AS _in, " + outcomes.kept() + " AS _kept, " + outcomes.unknown() + " AS _unknown, "
                + outcomes.pending() + " AS _pending";
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
        Map<String, String> undecided = new LinkedHashMap<>();
        for (String name : counted) {
            sql.append(" UNION ALL BY NAME SELECT ")
                    .append(Sql.text(name))
                    .append(" AS _step, ")
                    .append(counts(name));
            sql.append(cased ? ", " + StepContext.CASE : "").append(" FROM ").append(Sql.name(name + "?"));
            sql.append(cased ? " GROUP BY " + StepContext.CASE : "");
            String all = "SELECT * EXCLUDE (_keep) FROM " + Sql.name(name + "?") + " WHERE _keep IS NULL";
            undecided.put(name, with() + undecidedGroups.getOrDefault(name, all));
        }
        Set<String> done = new HashSet<>();
        List<RowChain> longestFirst = new ArrayList<>(chains.values());
        Collections.reverse(longestFirst);
        for (RowChain chain : longestFirst) {
            if (!done.containsAll(chain.deciding())) {
                sql.append(" UNION ALL BY NAME ").append(chain.counts(done, cased));
            }
            done.addAll(chain.deciding());
        }
        chains.forEach((name, chain) -> chain.undecided(
                        fields(Objects.requireNonNull(model.steps().get(name)).relation()))
                .ifPresent(rowsOf -> undecided.put(name, with() + rowsOf)));
        String view = "CREATE TEMP VIEW " + Sql.name(relation)
                + " AS SELECT * EXCLUDE (_step, _in, _kept, _unknown, _pending) FROM " + Sql.name(table)
                + " WHERE _step IS NULL";
        String uncounted = "CREATE OR REPLACE TEMP TABLE " + Sql.name(relation) + " AS "
                + with(text -> text.startsWith("MATERIALIZED") ? "NOT " + text : text) + rows;
        return new Stage.Statement(relation, table, sql.toString(), view, uncounted, undecided);
    }

    /** Whether the rows of a relation follow one by one from a relation that is stored, so that a view costs no more. */
    boolean isRowByRow(String name) {
        return rowByRow.contains(name);
    }

    /** The statement that stores only what the steps decided; a view gives the rows of the relation. */
    Stage.Statement viewed(String relation) {
        String rows = "SELECT * FROM " + Sql.name(relation);
        Stage.Statement counts = statement(relation, rows + " LIMIT 0");
        String view = "CREATE TEMP VIEW " + Sql.name(relation) + " AS " + with() + rows;
        return new Stage.Statement(
                relation, counts.table(), counts.create(), view, counts.uncounted(), counts.undecided());
    }

    /** The relations that are not kept as common table expressions, or nothing. */
    String with() {
        return with(UnaryOperator.identity());
    }

    private String with(UnaryOperator<String> form) {
        return expressions.isEmpty()
                ? ""
                : expressions.entrySet().stream()
                        .map(entry -> Sql.name(entry.getKey()) + " AS " + form.apply(entry.getValue()))
                        .collect(Collectors.joining(",\n", "WITH ", "\n"));
    }
}
