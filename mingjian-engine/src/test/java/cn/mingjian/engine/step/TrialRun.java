package cn.mingjian.engine.step;

import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.compiler.plan.Stage;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.engine.PlanRunner;
import cn.mingjian.engine.PlanRunner.Decided;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a step made of its rows.
 *
 * @param kept its rows
 * @param unknown rows that it could not decide, with the reason
 * @param counts rows in, kept, unknown, pending of each step that decides, {@code step 3 1 1 1}
 */
record TrialRun(List<String> kept, List<String> unknown, List<String> counts) {

    static TrialRun of(DuckSession session, Plan plan, boolean cased, String step, List<String> fields) {
        List<Decided> decided = new PlanRunner(session, plan, cased).run(act -> {});
        String row = fields.stream()
                .map(field -> "coalesce(CAST(" + Sql.name(field) + " AS VARCHAR), '-')")
                .collect(Collectors.joining(", ", "concat_ws('|', ", ")"));
        List<String> kept = texts(session, "SELECT " + row + " AS t FROM " + Sql.name(step) + " ORDER BY t");
        List<String> unknown = plan.acts().stream()
                .filter(Plan.Act.OfStage.class::isInstance)
                .map(act -> ((Plan.Act.OfStage) act).stage())
                .filter(stage -> stage.relation().equals(step) && stage instanceof Stage.Statement)
                .flatMap(stage -> Optional.ofNullable(
                        ((Stage.Statement) stage).undecided().get(step))
                        .stream())
                .flatMap(query ->
                        texts(session, "SELECT " + row + " || ': ' || _why AS t FROM (" + query + ") ORDER BY t")
                                .stream())
                .toList();
        List<String> counts = decided.stream()
                .filter(one -> one.step().equals(step))
                .map(one -> one.in() + " " + one.kept() + " " + one.unknown() + " " + one.pending())
                .sorted()
                .toList();
        return new TrialRun(kept, unknown, counts);
    }

    private static List<String> texts(DuckSession session, String query) {
        return session.query(query).stream()
                .map(found -> String.valueOf(found.text("t")))
                .toList();
    }
}
