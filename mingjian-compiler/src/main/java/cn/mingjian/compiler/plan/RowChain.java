package cn.mingjian.compiler.plan;

import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Step;
import cn.mingjian.compiler.step.Step.Select;
import cn.mingjian.compiler.step.StepContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Steps that look at one row at a time, one after the other. Their rows are marked with what each of them decided ({@code
 * _keep0}, {@code _why0}, ...) and stay together, so that one pass counts them all; a step is asked only about rows that
 * those before it kept. What enriches a row without deciding anything waits until the rows are read, when fewer are left.
 *
 * @param base the relation from which the chain starts
 * @param form the relation of the marked rows, or the base while nothing was decided
 * @param deciding the steps that decided, in their order
 * @param pendable which of these, counted from 0, can leave rows pending
 * @param late joins that wait
 * @param last the step at which the chain ends
 * @param fields the fields of the marked rows at its end, without what waits
 */
record RowChain(
        String base,
        String form,
        List<String> deciding,
        Set<Integer> pendable,
        List<Late> late,
        String last,
        List<String> fields,
        boolean decides) {

    /**
     * A join that gives every row of alias {@code l} some fields of alias {@code m} and neither drops nor doubles one.
     *
     * @param join SQL behind the main relation
     */
    record Late(String join, List<String> taken) {}

    static RowChain over(String base) {
        return new RowChain(base, base, List.of(), Set.of(), List.of(), base, List.of(), false);
    }

    /** Whether a step looks at the rows of its main relation one at a time. */
    static boolean isOne(Step step, Select select) {
        return !step.operator().equals("group")
                && select.from().equals(Sql.name(step.reads().get(0)) + " l");
    }

    /** The chain that goes on with a step that only enriches rows, and waits. */
    Optional<RowChain> late(Step step, Select select) {
        String main = Sql.name(step.reads().get(0)) + " l";
        if (!step.operator().equals("enrich") || !select.from().startsWith(main)) {
            return Optional.empty();
        }
        List<String> taken = step.relation().fields().values().stream()
                .filter(field -> field.value().sql().equals(Sql.field("m", field.name())))
                .map(Field::name)
                .toList();
        List<Late> longer = new ArrayList<>(late);
        longer.add(new Late(select.from().substring(main.length()), taken));
        return Optional.of(new RowChain(base, form, deciding, pendable, longer, step.name(), List.of(), false));
    }

    /** Whether a step can go on before what waits: it reads nothing of it, and changes nothing that it reads. */
    boolean allows(Step step, Select select) {
        Set<String> waiting = waiting();
        Set<String> read = new HashSet<>();
        step.conditions().stream().map(FieldRef::field).forEach(read::add);
        for (Field field : step.relation().fields().values()) {
            if (!isPassed(field)) {
                field.value().uses().stream().map(FieldRef::field).forEach(read::add);
                if (isJoinedBy(field.name()) || waiting.contains(field.name())) {
                    return false;
                }
            }
        }
        return read.stream().noneMatch(waiting::contains);
    }

    private boolean isJoinedBy(String field) {
        return late.stream().anyMatch(join -> join.join.contains(Sql.field("l", field)));
    }

    private Set<String> waiting() {
        return late.stream().flatMap(join -> join.taken.stream()).collect(Collectors.toSet());
    }

    private static boolean isPassed(Field field) {
        return field.value().available() && field.value().sql().equals(Sql.field("l", field.name()));
    }

    /** @param needed fields of the step that are carried along, beside those by which what waits is joined */
    RowChain with(Step step, Select select, Collection<Field> needed) {
        List<String> longer = new ArrayList<>(deciding);
        Set<Integer> pending = new HashSet<>(pendable);
        if (!select.outcome().isEmpty()) {
            if (Outcomes.canBePending(select.why())) {
                pending.add(longer.size());
            }
            longer.add(step.name());
        }
        Set<String> waiting = waiting();
        List<String> own = step.relation().fields().values().stream()
                .filter(field -> !waiting.contains(field.name()))
                .filter(field -> needed.contains(field) || isJoinedBy(field.name()))
                .map(Field::name)
                .toList();
        return new RowChain(
                base,
                step.name() + "~",
                longer,
                pending,
                late,
                step.name(),
                own,
                !select.outcome().isEmpty());
    }

    /** The marked rows of a step that ends this chain, read from those of the chain before it. */
    String marked(Step step, Select select, RowChain before, boolean cased) {
        int decided = before.deciding.size();
        List<String> columns = new ArrayList<>();
        for (Field field : step.relation().fields().values()) {
            if (fields.contains(field.name())) {
                String value = StatementWriter.value(field);
                boolean guarded = decided > 0 && !isPassed(field);
                columns.add((guarded ? ifKept(decided, value) : value) + " AS " + Sql.name(field.name()));
            }
        }
        for (int i = 0; i < decided; i++) {
            columns.add("l._keep" + i);
            columns.add("l._why" + i);
        }
        if (decides) {
            columns.add((decided == 0 ? select.outcome() : ifKept(decided, select.outcome())) + " AS _keep" + decided);
            columns.add(select.why() + " AS _why" + decided);
        }
        if (cased) {
            columns.add("l." + StepContext.CASE);
        }
        return "SELECT " + String.join(", ", columns) + " FROM " + Sql.name(before.form) + " l";
    }

    private static String ifKept(int decided, String value) {
        return "CASE WHEN l._keep" + (decided - 1) + " THEN " + value + " END";
    }

    /** The rows that every step of the chain kept, with what waited. */
    String rows(String fields, boolean cased) {
        String kept = deciding.isEmpty() ? "" : " WHERE _keep" + (deciding.size() - 1);
        return "SELECT " + fields + (cased ? ", " + StepContext.CASE : "") + " FROM (" + withLate(kept) + ")";
    }

    /** The marked rows under a condition, with what waited. */
    private String withLate(String where) {
        String rows = "SELECT * FROM " + Sql.name(form) + where;
        for (Late join : late) {
            String taken =
                    join.taken.stream().map(field -> ", m." + Sql.name(field)).collect(Collectors.joining());
            rows = "SELECT l.*" + taken + " FROM (" + rows + ") l" + join.join;
        }
        return rows;
    }

    /** The counts of the steps of this chain that were not counted with a longer one. */
    String counts(Set<String> done, boolean cased) {
        List<String> counts = new ArrayList<>();
        for (int i = 0; i < deciding.size(); i++) {
            if (!done.contains(deciding.get(i))) {
                Outcomes outcomes =
                        new Outcomes(i == 0 ? "" : "_keep" + (i - 1), "_keep" + i, "_why" + i, pendable.contains(i));
                counts.add("{'step': " + Sql.text(deciding.get(i)) + ", 'rows': " + outcomes.rows() + ", 'kept': "
                        + outcomes.kept() + ", 'unknown': " + outcomes.unknown() + ", 'pending': " + outcomes.pending()
                        + "}");
            }
        }
        String each = cased ? ", " + StepContext.CASE : "";
        return "SELECT c.step AS _step, c.rows AS _in, c.kept AS _kept, c.unknown AS _unknown, c.pending AS _pending"
                + each
                + " FROM (SELECT unnest([" + String.join(", ", counts) + "]) AS c" + each + " FROM " + Sql.name(form)
                + (cased ? " GROUP BY " + StepContext.CASE : "") + ")";
    }

    /** The query of the rows that the last step could not decide, with what waited and the reason, if it decides. */
    Optional<String> undecided(String fields) {
        if (!decides) {
            return Optional.empty();
        }
        int own = deciding.size() - 1;
        String in = own == 0 ? "" : "_keep" + (own - 1) + " AND ";
        return Optional.of("SELECT " + fields + ", _why" + own + " AS _why FROM ("
                + withLate(" WHERE " + in + "_keep" + own + " IS NULL") + ")");
    }
}
