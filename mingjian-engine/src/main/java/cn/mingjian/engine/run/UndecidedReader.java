package cn.mingjian.engine.run;

import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.compiler.plan.Stage;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.step.Step;
import cn.mingjian.duckdb.DuckRow;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.engine.Canonical;
import cn.mingjian.engine.PlanRunner.Decided;
import cn.mingjian.engine.run.RunResult.UnknownRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists the rows that steps could not decide, with the reason: they are what the office must mend. */
final class UndecidedReader {

    private static final int MAX_ROWS = 100_000;

    private final DuckSession session;
    private final Plan plan;

    UndecidedReader(DuckSession session, Plan plan) {
        this.session = session;
        this.plan = plan;
    }

    List<UnknownRow> read(List<Decided> decided) {
        Map<String, String> queries = queries();
        List<UnknownRow> rows = new ArrayList<>();
        Set<String> listed = new HashSet<>(); // two statements that a step was fused into both count it
        for (Decided step : decided) {
            String query = queries.get(step.step());
            if (query != null && step.unknown() + step.pending() > 0 && listed.add(step.step())) {
                session.query(query + " LIMIT " + (MAX_ROWS - rows.size())).forEach(row -> rows.add(row(step, row)));
            }
        }
        return rows;
    }

    private Map<String, String> queries() {
        Map<String, String> queries = new LinkedHashMap<>();
        for (Plan.Act act : plan.acts()) {
            if (act instanceof Plan.Act.OfStage stage && stage.stage() instanceof Stage.Statement statement) {
                queries.putAll(statement.undecided());
            } else if (act instanceof Plan.Act.OfRule rule) {
                queries.putAll(rule.rule().hits().undecided());
            }
        }
        return queries;
    }

    private UnknownRow row(Decided step, DuckRow row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String name : row.names()) {
            if (!name.startsWith("_")) {
                values.put(name, Canonical.json(row.value(name), type(step.step(), name)));
            }
        }
        return new UnknownRow(step.step(), String.valueOf(row.text("_why")), values);
    }

    private Type type(String name, String field) {
        Step step = plan.model().steps().get(name);
        if (step != null) {
            return step.relation().typeOf(field);
        }
        return plan.model().rules().values().stream()
                .filter(rule -> name.endsWith(rule.clues().name()))
                .map(Rule::hits)
                .map((Relation hits) -> hits.typeOf(field))
                .findFirst()
                .orElse(Type.TEXT);
    }
}
