package cn.mingjian.compiler.plan;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.rule.Rule.Consulted;
import cn.mingjian.compiler.rule.Rule.Found;
import cn.mingjian.compiler.rule.Rule.Sought;
import cn.mingjian.compiler.rule.Rule.Source;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Step;
import cn.mingjian.compiler.step.Step.Search;
import cn.mingjian.compiler.step.Step.Select;
import cn.mingjian.model.contract.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what is asked for the clues that are left: their source rows, the searches, the table rows that were read. */
final class SourceWriter {

    /** Most source rows of one entry of one clue. */
    static final int MAX_SOURCE_ROWS = 200;

    /** The table with the rows of reference tables that were read for the clues of one rule. */
    private static final String READ = "rows read";

    /** Most keys of one search that a clue names. */
    static final int MAX_KEYS = 20;

    /** Rows of a large register that are asked how many of it will be found. */
    private static final int SAMPLED = 20_000;

    private static final Pattern HIT = Pattern.compile("\\bl\\.\"[^\"]*\"");

    private final Rule rule;
    private final CheckedModel model;
    private final Carrying carrying;
    private final Companions companions;
    private final Consultations consultations;
    private final Set<String> kept;
    private final Supplier<StatementWriter> statements;

    /**
     * @param kept relations that are tables or views by now
     * @param statements gives an empty statement, which reads them
     */
    SourceWriter(Rule rule, CheckedModel model, Set<String> kept, Supplier<StatementWriter> statements) {
        this.rule = rule;
        this.model = model;
        this.carrying = new Carrying(model);
        this.companions = new Companions(model, kept);
        this.consultations = new Consultations(model, rule);
        this.kept = kept;
        this.statements = statements;
    }

    SourcePlan source(Source source) {
        if (!source.available()) {
            return new SourcePlan(source, "", Optional.empty(), "", "");
        }
        if (source instanceof Found found) {
            return new SourcePlan(source, found(found), dense(found), "", "");
        }
        if (source instanceof Sought sought) {
            String asked = asked(sought);
            return new SourcePlan(
                    source, nearest(sought, asked), Optional.empty(), searched(sought, asked), valid(sought));
        }
        return new SourcePlan(source, consulted((Consulted) source), Optional.empty(), "", "");
    }

    /**
     * For each reference table under the rule some of whose rows stand in for a missing local value, the query of such rows
     * that lookups read for a clue.
     */
    Map<String, String> lowerBounds() {
        Map<String, String> queries = new TreeMap<>();
        Set<String> read =
                consultations.lookups().stream().map(consultations::table).collect(Collectors.toSet());
        consultations.lowerBounds().forEach((table, column) -> {
            if (read.contains(table)) {
                queries.put(
                        table,
                        "SELECT u._number, r._pos, r.source FROM " + readRows(table) + " AND r." + Sql.name(column)
                                + " ORDER BY u._number, r._pos");
            }
        });
        return queries;
    }

    /** The fields of the hits, or of a step under the rule, that anything asked for the clues names. */
    String reads() {
        StatementWriter unread = statements.get();
        Stream<String> asked = rule.sources().stream().map(this::source).flatMap(SourcePlan::queries);
        Stream<String> readings = consultations.lookups().stream().flatMap(step -> reading(step, unread).stream());
        return Stream.concat(asked, readings)
                .flatMap(sql -> HIT.matcher(sql).results().map(MatchResult::group))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private String cluesAndHits() {
        String keys = rule.key().stream()
                .map(field -> Sql.field("c", field) + " = " + Sql.field("l", field))
                .reduce((one, other) -> one + " AND " + other)
                .orElse("true");
        return rule.clues().sqlName() + " c JOIN " + Sql.name(RuleWriter.hitsName(rule)) + " l ON " + keys
                + " AND l._live";
    }

    private static String shown(List<String> show) {
        return show.stream().map(column -> ", r." + Sql.name(column)).collect(Collectors.joining());
    }

    /** Keys and places first; what is shown is then read of the rows found, which are few. */
    private String found(Found source) {
        String places = "SELECT DISTINCT c._number, r._part, r._pos FROM " + cluesAndHits() + " JOIN "
                + register(source.of(), source.join());
        InputView view = Objects.requireNonNull(model.views().get(source.of()));
        String data = kept.contains(view.name())
                ? view.name()
                : InputView.dataName(view.contract().id());
        String found = "SELECT p._number, r._part, r._pos" + shown(source.show())
                + " FROM places p JOIN (SELECT * FROM "
                + Sql.name(data) + " WHERE _pos IN (SELECT _pos FROM places)) r ON p._part ="
                + " r._part AND p._pos = r._pos";
        return "WITH places AS MATERIALIZED (" + places + "), " + first(found, source.show());
    }

    /** What is shown read together with the keys. */
    private Optional<SourcePlan.Dense> dense(Found source) {
        InputView view = Objects.requireNonNull(model.views().get(source.of()));
        if (kept.contains(view.name())
                || view.beside().isPresent()
                || !model.reaches().isLarge(view.name())) {
            return Optional.empty();
        }
        String first = "(SELECT * FROM " + Sql.name(view.name()) + " LIMIT " + SAMPLED + ") r";
        String sample = "SELECT (SELECT count(*) FROM " + first + ") AS _rows, count(*) AS _found FROM "
                + cluesAndHits() + " JOIN " + first + " ON " + source.join();
        String found = "SELECT DISTINCT c._number, r._part, r._pos" + shown(source.show()) + " FROM " + cluesAndHits()
                + " JOIN " + register(source.of(), source.join());
        return Optional.of(new SourcePlan.Dense(sample, "WITH " + first(found, source.show())));
    }

    /** An input as alias {@code r}, joined to the hits. */
    private String register(String input, String join) {
        return companions.whole(Sql.name(input) + " r ON " + join, rule.from(), List.of(input));
    }

    /** The first rows of each clue in a fixed order, with count and digest over all. */
    private static String first(String found, List<String> show) {
        String digested = show.stream().map(column -> ", " + Sql.name(column)).collect(Collectors.joining());
        return "found AS (" + found
                + ") SELECT *, count(*) OVER clue AS _count, lower(to_hex(bit_xor(hash(_part, _pos"
                + digested
                + ")) OVER clue)) AS _digest, row_number() OVER ranked AS _rank FROM found WINDOW clue AS (PARTITION BY"
                + " _number), ranked AS (PARTITION BY _number ORDER BY _part, _pos) QUALIFY _rank <= " + MAX_SOURCE_ROWS
                + " ORDER BY _number, _rank";
    }

    /** For each clue and key searched the period that was asked about. */
    private String asked(Sought sought) {
        List<String> keys = List.copyOf(sought.keys().keySet());
        StringBuilder columns = new StringBuilder("c._number");
        for (int i = 0; i < keys.size(); i++) {
            columns.append(", ")
                    .append(Sql.field("l", keys.get(i)))
                    .append(" AS ")
                    .append(Sql.name(keys.get(i)));
        }
        Optional<Step> step = searching(sought.of());
        Optional<String> period = step.flatMap(this::period);
        String days = period.map(lateral -> ", min(o._first) AS _first, max(o._last) AS _last")
                .orElse(", CAST(NULL AS DATE) AS _first, CAST(NULL AS DATE) AS _last");
        return "SELECT " + columns + days + ", max(c._law_date) AS _on FROM " + cluesAndHits() + period.orElse("")
                + " GROUP BY ALL";
    }

    /** The step under the rule that rests on the silence of this input, if one does. */
    private Optional<Step> searching(String input) {
        return carrying.under(rule.from()).stream()
                .filter(step -> step.search()
                        .filter(search ->
                                model.reaches().inputsUnder(search.register()).contains(input))
                        .isPresent())
                .findFirst();
    }

    /** The days of a search, computed for a hit from the fields that it still carries; empty when one of them is gone. */
    private Optional<String> period(Step step) {
        Search search = step.search().orElseThrow();
        Map<String, String> carried =
                carrying.carried(rule.from(), rule.hits().fields().keySet(), step);
        List<String> needed = new ArrayList<>();
        search.last().uses().forEach(use -> needed.add(use.field()));
        search.first().ifPresent(day -> day.uses().forEach(use -> needed.add(use.field())));
        if (!carried.values().containsAll(needed)) {
            return Optional.empty();
        }
        List<String> fields = new ArrayList<>(List.of("true AS _row"));
        carried.forEach((own, earlier) -> {
            if (needed.remove(earlier)) {
                needed.removeIf(earlier::equals);
                fields.add(Sql.field("l", own) + " AS " + Sql.name(earlier));
            }
        });
        String first = search.first().map(day -> day.sql()).orElse("CAST(NULL AS DATE)");
        return Optional.of(", LATERAL (SELECT " + first + " AS _first, "
                + search.last().sql() + " AS _last FROM (SELECT " + String.join(", ", fields) + ") l) o");
    }

    private String searched(Sought sought, String asked) {
        StringBuilder keys = new StringBuilder();
        int number = 0;
        for (String key : sought.keys().keySet()) {
            keys.append(", ").append(Sql.name(key)).append(" AS _k").append(number++);
        }
        return "WITH asked AS (" + asked + ") SELECT _number" + keys + ", count(*) OVER clue AS _keys, min(_first) OVER"
                + " clue AS _from, max(_last) OVER clue AS _to FROM asked WINDOW clue AS (PARTITION BY _number) QUALIFY"
                + " row_number() OVER (PARTITION BY _number ORDER BY " + order(sought) + ") <= " + MAX_KEYS
                + " ORDER BY _number, " + order(sought);
    }

    private static String order(Sought sought) {
        return sought.keys().isEmpty()
                ? "_number"
                : sought.keys().keySet().stream().map(Sql::name).collect(Collectors.joining(", "));
    }

    /** The record with an equal key whose day lies nearest to the period, or to the law date where none is named. */
    private String nearest(Sought sought, String asked) {
        String away = sought.datedBy()
                .map(column -> {
                    String day = "CAST(r." + Sql.name(column) + " AS DATE)";
                    String from = "coalesce(l._first, l._last, l._on)";
                    String to = "coalesce(l._last, l._first, l._on)";
                    return "CASE WHEN " + day + " < " + from + " THEN date_diff('day', " + day + ", " + from + ") WHEN "
                            + day + " > " + to + " THEN date_diff('day', " + to + ", " + day + ") WHEN " + day
                            + " IS NOT NULL THEN 0 END";
                })
                .orElse("0");
        List<String> show = SourcePlan.nearestColumns(sought);
        String found = "SELECT l._number, r._part, r._pos" + shown(show) + ", " + away + " AS _away FROM asked l JOIN "
                + register(sought.of(), sought.join());
        return "WITH asked AS (" + asked + "), found AS (" + found + ") SELECT * EXCLUDE (_away), CAST(1 AS BIGINT) AS"
                + " _count, '' AS _digest, row_number() OVER (PARTITION BY _number ORDER BY _away NULLS LAST, _part,"
                + " _pos) AS _rank FROM found QUALIFY _rank = 1 ORDER BY _number";
    }

    private String valid(Sought sought) {
        Relation register = model.inputs().get(sought.of());
        String valid = sought.keys().values().stream()
                .map(column -> valid("r." + Sql.name(column), register == null ? Type.TEXT : register.typeOf(column)))
                .collect(Collectors.joining(" AND "));
        return "SELECT count(*) AS _rows, count(*) FILTER (WHERE " + (valid.isEmpty() ? "true" : valid)
                + ") AS _valid FROM " + Sql.name(sought.of()) + " r";
    }

    private static String valid(String column, Type type) {
        Optional<ColumnType> meaning = type.meaning();
        if (meaning.equals(Optional.of(ColumnType.ID_NO))) {
            return "coalesce(mj_id_valid_text(" + column + "), false)";
        }
        return meaning.equals(Optional.of(ColumnType.USCC))
                ? "coalesce(mj_uscc_valid_text(" + column + "), false)"
                : column + " IS NOT NULL";
    }

    /**
     * The statement that finds out which table rows the lookups under the rule read for the hits of each clue; empty when
     * nothing asks for them.
     */
    String readings() {
        StatementWriter statement = statements.get();
        List<String> readings = new ArrayList<>();
        for (Step step : consultations.lookups()) {
            reading(step, statement).ifPresent(readings::add);
        }
        return consultations.lookups().isEmpty()
                ? ""
                : "CREATE OR REPLACE TEMP TABLE " + Sql.name(READ) + " AS " + statement.with()
                        + (readings.isEmpty()
                                ? "SELECT CAST(NULL AS BIGINT) AS _number, '' AS _table, CAST(NULL AS BIGINT) AS _pos"
                                : String.join(" UNION ", readings));
    }

    /** Which row of its table a lookup read, for each hit; empty when the hits carry nothing of what it looked up. */
    private Optional<String> reading(Step step, StatementWriter statement) {
        Map<String, String> carried =
                carrying.carried(rule.from(), rule.hits().fields().keySet(), step);
        if (!(step.body() instanceof Select select) || carried.isEmpty()) {
            return Optional.empty();
        }
        statement.need(step.reads().get(0));
        List<String> columns = new ArrayList<>();
        List<String> equal = new ArrayList<>();
        carried.forEach((own, earlier) -> {
            Field field = step.relation().fields().get(earlier);
            if (field != null && columns.stream().noneMatch(column -> column.endsWith(" AS " + Sql.name(earlier)))) {
                columns.add(field.value().sql() + " AS " + Sql.name(earlier));
                equal.add("s." + Sql.name(earlier) + " IS NOT DISTINCT FROM " + Sql.field("l", own));
            }
        });
        return Optional.of("SELECT DISTINCT c._number, " + Sql.text(consultations.table(step))
                + " AS _table, s._pos FROM "
                + cluesAndHits() + " JOIN (SELECT " + String.join(", ", columns) + ", m._found._pos AS _pos FROM "
                + select.from() + " WHERE " + select.outcome() + ") s ON " + String.join(" AND ", equal));
    }

    private static String readRows(String table) {
        return Sql.name(READ) + " u JOIN " + Sql.name(table) + " r ON u._pos = r._pos AND u._table = "
                + Sql.text(table);
    }

    private static String consulted(Consulted source) {
        return "WITH "
                + first(
                        "SELECT u._number, 0 AS _part, r._pos" + shown(source.show()) + " FROM "
                                + readRows(source.of()),
                        source.show());
    }
}
