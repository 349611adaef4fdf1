package cn.mingjian.engine.run;

import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.plan.RulePlan;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.rule.Rule.Source;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.duckdb.DuckRow;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.engine.Canonical;
import cn.mingjian.model.clue.SourceRow;
import cn.mingjian.model.clue.SourceRow.Origin;
import cn.mingjian.model.contract.Sensitivity;
import cn.mingjian.model.dataset.Coverage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the source rows of a rule's clues back to file, sheet and row. */
final class SourceReader {

    private static final String FOUND = "found rows";

    private final DuckSession session;
    private final DataViews data;
    private final Map<String, Relation> inputs;
    private final Map<String, InputView> views;

    SourceReader(DuckSession session, DataViews data, Map<String, Relation> inputs, Map<String, InputView> views) {
        this.session = session;
        this.data = data;
        this.inputs = inputs;
        this.views = views;
    }

    /** Source rows by clue number, in the order of the rule's entries. */
    Map<Long, List<SourceRow>> read(RulePlan plan, List<Long> clues, Masking masking) {
        Map<Long, List<SourceRow>> rows = new HashMap<>();
        clues.forEach(number -> rows.put(number, new ArrayList<>()));
        for (int i = 0; i < plan.sources().size(); i++) {
            Source source = plan.rule().sources().get(i);
            InputView view = views.get(source.of());
            if (view != null && source.absent()) {
                SourceRow search = search(source, view);
                rows.values().forEach(list -> list.add(search));
            } else if (view != null && !plan.sources().get(i).isEmpty()) {
                shown(plan.sources().get(i), source, view, rows, masking);
            }
        }
        return rows;
    }

    private SourceRow search(Source source, InputView view) {
        String contract = view.contract().id();
        Coverage coverage = DataViews.coverage(data.versions(contract));
        LocalDate until = coverage.knownUntil();
        return new SourceRow(
                source.of(),
                Map.of(),
                Map.of(),
                null,
                data.rows(contract),
                null,
                true,
                until == null ? null : until.toString());
    }

    private void shown(String query, Source source, InputView view, Map<Long, List<SourceRow>> rows, Masking masking) {
        String contract = view.contract().id();
        session.execute("CREATE OR REPLACE TEMP TABLE " + Sql.name(FOUND) + " AS " + query);
        Map<String, Map<String, String>> raws = raws(source, contract);
        List<DataViews.Bound> parts = data.parts(contract);
        Relation relation = inputs.getOrDefault(source.of(), Relation.of(source.of(), List.of(), java.util.Set.of()));
        for (DuckRow row : session.query("SELECT f.*, p.row + (f._pos - p.pos) AS _row FROM " + Sql.name(FOUND)
                + " f ASOF LEFT JOIN " + Sql.name(DataViews.placesName(contract))
                + " p ON f._part = p._part AND f._pos >= p.pos ORDER BY f._number, f._rank")) {
            int part = (int) row.count("_part");
            List<SourceRow> entries = rows.get(row.count("_number"));
            if (entries != null) {
                DataViews.Bound bound = parts.get(part);
                entries.add(new SourceRow(
                        source.of(),
                        values(row, source, relation, masking),
                        masking == Masking.ON ? Map.of() : raws.getOrDefault(part + " " + row.count("_pos"), Map.of()),
                        new Origin(bound.part().sourceFile(), bound.part().sourceSheet(), row.count("_row")),
                        row.count("_count"),
                        String.valueOf(row.value("_digest")),
                        false,
                        null));
            }
        }
    }

    private static Map<String, @Nullable Object> values(
            DuckRow row, Source source, Relation relation, Masking masking) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String column : source.show()) {
            Sensitivity sensitivity = relation.field(column)
                    .map(field -> field.value().sensitivity())
                    .orElse(Sensitivity.SENSITIVE);
            Object shown = masking.shown(row.value(column), relation.typeOf(column), sensitivity);
            values.put(column, Canonical.json(shown, relation.typeOf(column)));
        }
        return values;
    }

    private Map<String, Map<String, String>> raws(Source source, String contract) {
        Map<String, Map<String, String>> raws = new HashMap<>();
        for (DuckRow row : session.query("SELECT DISTINCT f._part, f._pos, r.\"column\" AS _column, r.raw FROM "
                + Sql.name(FOUND) + " f JOIN " + Sql.name(DataViews.rawName(contract))
                + " r ON f._part = r._part AND f._pos = r.pos ORDER BY ALL")) {
            String column = String.valueOf(row.text("_column"));
            if (source.show().contains(column)) {
                raws.computeIfAbsent(row.count("_part") + " " + row.count("_pos"), key -> new LinkedHashMap<>())
                        .put(column, String.valueOf(row.text("raw")));
            }
        }
        return raws;
    }
}
