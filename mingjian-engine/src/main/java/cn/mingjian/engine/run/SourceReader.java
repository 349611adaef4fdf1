package cn.mingjian.engine.run;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.plan.RulePlan;
import cn.mingjian.compiler.plan.SourcePlan;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.rule.Rule.Consulted;
import cn.mingjian.compiler.rule.Rule.Sought;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.duckdb.DuckRow;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.engine.Canonical;
import cn.mingjian.model.clue.Clue.LowerBound;
import cn.mingjian.model.clue.SourceRow;
import cn.mingjian.model.clue.SourceRow.Origin;
import cn.mingjian.model.contract.Sensitivity;
import cn.mingjian.model.table.ReferenceTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the source rows of a rule's clues back to file, sheet and row. */
final class SourceReader {

    private static final String FOUND = "found rows";
    private static final int SHARE_DIGITS = 4;

    private final DuckSession session;
    private final DataViews data;
    private final CheckedModel model;

    SourceReader(DuckSession session, DataViews data, CheckedModel model) {
        this.session = session;
        this.data = data;
        this.model = model;
    }

    /** Source rows of these clues, in the order of the rule's entries. */
    FoundRows read(RulePlan plan, List<Long> clues) {
        FoundRows rows = new FoundRows();
        if (!clues.isEmpty()) {
            if (!plan.readings().isEmpty()) {
                session.execute(plan.readings());
            }
            plan.sources().forEach(entry -> read(entry, clues, rows));
        }
        return rows;
    }

    private void read(SourcePlan entry, List<Long> clues, FoundRows rows) {
        InputView view = model.views().get(entry.source().of());
        if (entry.source() instanceof Consulted consulted) {
            tableRows(entry, consulted, rows);
        } else if (view != null && entry.source() instanceof Sought sought) {
            searches(entry, sought, view, clues, rows);
        } else if (view != null && !entry.rows().isEmpty()) {
            shown(cheaper(entry), entry.source().show(), view, rows);
        }
    }

    private String cheaper(SourcePlan entry) {
        return entry.dense()
                .filter(dense -> {
                    DuckRow sample = session.one(dense.sample());
                    return dense.isBetter(sample.count("_rows"), sample.count("_found"));
                })
                .map(SourcePlan.Dense::rows)
                .orElse(entry.rows());
    }

    /** Adds the rows that a query gives. */
    private void shown(String query, List<String> show, InputView view, FoundRows rows) {
        String contract = view.contract().id();
        session.execute("CREATE OR REPLACE TEMP TABLE " + Sql.name(FOUND) + " AS " + query);
        Map<String, Map<String, String>> raws = raws(show, contract);
        List<DataViews.Bound> parts = data.parts(contract);
        List<ShownColumn> columns = columns(show, view.name());
        List<String> names = List.copyOf(show);
        String placed = "SELECT f.* EXCLUDE (_rank, _digest), CASE WHEN f._rank = 1 THEN f._digest END AS _digest,"
                + " p.row + (f._pos - p.pos) AS _row FROM " + Sql.name(FOUND) + " f ASOF LEFT JOIN "
                + Sql.name(DataViews.placesName(contract))
                + " p ON f._part = p._part AND f._pos >= p.pos ORDER BY f._number, f._rank";
        // A text for each of some hundred thousand rows costs: the digest of an entry comes with its first row alone.
        String[] digest = {""};
        session.each(placed, row -> {
            digest[0] = Objects.requireNonNullElse(row.text("_digest"), digest[0]);
            String ofClue = digest[0];
            int part = (int) row.count("_part");
            DataViews.Bound bound = parts.get(part);
            Map<String, String> raw = raws.getOrDefault(part + " " + row.count("_pos"), Map.of());
            Origin origin = new Origin(bound.part().sourceFile(), bound.part().sourceSheet(), row.count("_row"));
            rows.add(
                    row.count("_number"),
                    masking -> new SourceRow(
                            view.name(),
                            new ShownRow(
                                    names,
                                    columns.stream()
                                            .map(column -> column.shown(row.value(column.name()), masking))
                                            .toArray()),
                            masking == Masking.ON ? Map.of() : raw,
                            origin,
                            row.count("_count"),
                            ofClue));
        });
    }

    private record ShownColumn(String name, Type type, Sensitivity sensitivity) {

        @Nullable
        Object shown(@Nullable Object value, Masking masking) {
            return Canonical.json(masking.shown(value, type, sensitivity), type);
        }
    }

    private List<ShownColumn> columns(List<String> show, String input) {
        Relation relation = model.inputs().getOrDefault(input, Relation.unknown(input));
        return show.stream()
                .map(column -> new ShownColumn(
                        column,
                        relation.typeOf(column),
                        relation.field(column)
                                .map(field -> field.value().sensitivity())
                                .orElse(Sensitivity.SENSITIVE)))
                .toList();
    }

    private Map<String, Map<String, String>> raws(List<String> show, String contract) {
        Map<String, Map<String, String>> raws = new HashMap<>();
        for (DuckRow row : session.query("SELECT DISTINCT f._part, f._pos, r.\"column\" AS _column, r.raw FROM "
                + Sql.name(FOUND) + " f JOIN " + Sql.name(DataViews.rawName(contract))
                + " r ON f._part = r._part AND f._pos = r.pos ORDER BY ALL")) {
            String column = String.valueOf(row.text("_column"));
            if (show.contains(column)) {
                raws.computeIfAbsent(row.count("_part") + " " + row.count("_pos"), key -> new LinkedHashMap<>())
                        .put(column, String.valueOf(row.text("raw")));
            }
        }
        return raws;
    }

    /** The rows of a reference table that were read; their place is the line of the table's file in the library. */
    private void tableRows(SourcePlan entry, Consulted consulted, FoundRows rows) {
        ReferenceTable table = model.tables().get(consulted.of());
        if (table == null || entry.rows().isEmpty()) {
            return;
        }
        for (DuckRow row : session.query(entry.rows())) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            consulted
                    .show()
                    .forEach(column -> values.put(
                            column,
                            Canonical.json(
                                    row.value(column),
                                    Type.of(Objects.requireNonNull(
                                                    table.columns().get(column))
                                            .type()))));
            SourceRow read = new SourceRow(
                    consulted.name(),
                    values,
                    Map.of(),
                    new Origin("tables/" + table.id() + ".csv", null, row.count("_pos")),
                    row.count("_count"),
                    String.valueOf(row.value("_digest")));
            rows.add(row.count("_number"), masking -> read);
        }
    }

    /** For each clue the values that stood in for a missing local one. */
    Map<Long, List<LowerBound>> lowerBounds(RulePlan plan) {
        Map<Long, List<LowerBound>> bounds = new HashMap<>();
        plan.lowerBounds().forEach((relation, query) -> {
            ReferenceTable table = Objects.requireNonNull(model.tables().get(relation));
            for (DuckRow row : session.query(query)) {
                bounds.computeIfAbsent(row.count("_number"), any -> new ArrayList<>())
                        .add(new LowerBound(
                                table.id(), table.title(), row.count("_pos"), String.valueOf(row.text("source"))));
            }
        });
        return bounds;
    }

    private void searches(SourcePlan entry, Sought sought, InputView view, List<Long> clues, FoundRows rows) {
        SearchProof proof = new SearchProof(view, data);
        if (entry.rows().isEmpty()) {
            clues.forEach(number -> rows.add(number, masking -> proof.missing()));
            return;
        }
        BigDecimal validShare = validShare(entry);
        FoundRows nearest = new FoundRows();
        shown(entry.rows(), SourcePlan.nearestColumns(sought), view, nearest);
        List<ShownColumn> columns = columns(List.copyOf(sought.keys().values()), sought.of());
        Map<Long, List<DuckRow>> keys = new HashMap<>();
        session.query(entry.searched())
                .forEach(row -> keys.computeIfAbsent(row.count("_number"), any -> new ArrayList<>())
                        .add(row));
        for (long number : clues) {
            List<DuckRow> searched = keys.getOrDefault(number, List.of());
            Optional<DuckRow> first = searched.stream().findFirst();
            rows.add(
                    number,
                    masking -> proof.of(
                            searched.stream()
                                    .map(row -> keys(row, columns, masking))
                                    .toList(),
                            first.map(row -> row.count("_keys")).orElse(0L),
                            first.map(row -> row.date("_from")).orElse(null),
                            first.map(row -> row.date("_to")).orElse(null),
                            validShare,
                            nearest.of(number, masking).stream().findFirst()));
        }
    }

    /** Share of the register's rows with a valid key; null where it has no rows. */
    private @Nullable BigDecimal validShare(SourcePlan entry) {
        DuckRow counted = session.one(entry.valid());
        long total = counted.count("_rows");
        return total == 0
                ? null
                : BigDecimal.valueOf(counted.count("_valid"))
                        .divide(BigDecimal.valueOf(total), SHARE_DIGITS, RoundingMode.HALF_UP);
    }

    private static Map<String, @Nullable Object> keys(DuckRow row, List<ShownColumn> columns, Masking masking) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        int number = 0;
        for (ShownColumn column : columns) {
            keys.put(column.name(), column.shown(row.value("_k" + number++), masking));
        }
        return keys;
    }
}
