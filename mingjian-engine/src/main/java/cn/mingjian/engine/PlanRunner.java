package cn.mingjian.engine;

import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.compiler.plan.RulePlan;
import cn.mingjian.compiler.plan.Stage;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Step.Linking;
import cn.mingjian.compiler.step.StepContext;
import cn.mingjian.duckdb.DuckRow;
import cn.mingjian.duckdb.DuckSession;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Carries out the acts of a plan in a session whose data tables are there already. Tables and views stay in the session:
 * the clues of a rule in the table of its name, with the hits behind them.
 */
public final class PlanRunner {

    /**
     * What a step decided.
     *
     * @param testCase number of the test case, or 0
     */
    public record Decided(String step, long in, long kept, long unknown, long pending, long testCase) {}

    private final DuckSession session;
    private final Plan plan;
    private final boolean cased;
    private final List<Decided> decided = new ArrayList<>();

    public PlanRunner(DuckSession session, Plan plan, boolean cased) {
        this.session = session;
        this.plan = plan;
        this.cased = cased;
    }

    /**
     * Runs all acts.
     *
     * @param begun told the name of each act as it begins
     * @return what each step decided, in the order of the plan
     */
    public List<Decided> run(Consumer<String> begun) {
        plan.model().tables().values().forEach(table -> TableRows.load(session, table));
        plan.inputs().forEach(input -> session.execute(input.sql(cased)));
        for (Plan.Act act : plan.acts()) {
            if (act instanceof Plan.Act.OfStage stage) {
                begun.accept(stage.stage().relation());
                stage(stage.stage());
            } else if (act instanceof Plan.Act.OfRule rule) {
                begun.accept(rule.rule().rule().clues().name());
                rule(rule.rule());
            }
        }
        return decided;
    }

    private void stage(Stage stage) {
        if (stage instanceof Stage.Statement statement) {
            statement(statement);
        } else if (stage instanceof Stage.InJava inJava && inJava.work().work() instanceof Linking linking) {
            new ConnectStage(session, inJava, linking, cased).run();
        }
    }

    private void statement(Stage.Statement statement) {
        session.execute(statement.create());
        session.execute(statement.view());
        String columns = "_step, _in, _kept, _unknown, _pending" + (cased ? ", " + StepContext.CASE : "");
        List<DuckRow> counts = session.query(
                "SELECT " + columns + " FROM " + Sql.name(statement.table()) + " WHERE _step IS NOT NULL");
        for (DuckRow row : counts) {
            decided.add(new Decided(
                    String.valueOf(row.text("_step")),
                    row.count("_in"),
                    row.count("_kept"),
                    row.count("_unknown"),
                    row.count("_pending"),
                    cased ? row.count(StepContext.CASE) : 0));
        }
    }

    private void rule(RulePlan rule) {
        statement(rule.hits());
        session.execute(rule.clues());
    }
}
