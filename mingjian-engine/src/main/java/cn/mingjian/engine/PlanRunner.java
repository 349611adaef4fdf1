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
    private final boolean counted;

    public PlanRunner(DuckSession session, Plan plan, boolean cased) {
        this(session, plan, cased, true);
    }

    private PlanRunner(DuckSession session, Plan plan, boolean cased, boolean counted) {
        this.session = session;
        this.plan = plan;
        this.cased = cased;
        this.counted = counted;
    }

    /**
     * A runner of test cases.
     *
     * @param counted whether what the steps decide is asked for; a statement without is half the work, and can run again
     */
    public static PlanRunner ofCases(DuckSession session, Plan plan, boolean counted) {
        return new PlanRunner(session, plan, true, counted);
    }

    /**
     * Runs all acts.
     *
     * @param begun told the name of each act as it begins
     * @return what each step decided, in the order of the plan
     */
    public List<Decided> run(Consumer<String> begun) {
        prepare();
        List<Decided> decided = new ArrayList<>();
        for (Plan.Act act : plan.acts()) {
            begun.accept(act.relation());
            if (act instanceof Plan.Act.OfStage stage) {
                stage(stage.stage());
            } else if (act instanceof Plan.Act.OfRule rule) {
                hits(rule.rule());
                clues(rule.rule());
            }
            decided.addAll(decided(act));
        }
        return decided;
    }

    /** Makes the reference tables and the inputs readable. */
    public void prepare() {
        plan.model().tables().values().forEach(table -> TableRows.load(session, table));
        plan.inputs().stream()
                .filter(input -> !plan.isStored(input.name()))
                .forEach(input -> session.execute(input.sql(cased)));
    }

    /** Computes one stage, after those that it reads. */
    public void stage(Stage stage) {
        if (stage instanceof Stage.Statement statement) {
            statement(statement);
        } else if (stage instanceof Stage.Companion companion) {
            session.execute(companion.create());
        } else if (stage instanceof Stage.InJava inJava && inJava.work().work() instanceof Linking linking) {
            new ConnectStage(session, inJava, linking, cased).run();
        }
    }

    /** Finds the hits of a rule. */
    public void hits(RulePlan rule) {
        statement(rule.hits());
    }

    /** Makes the clues of a rule whose hits are there. */
    public void clues(RulePlan rule) {
        session.execute(rule.clues());
    }

    private void statement(Stage.Statement statement) {
        if (!counted) {
            session.execute(statement.uncounted());
            return;
        }
        session.execute(statement.create());
        session.execute(statement.view());
    }

    /** What the steps inside an act decided that has run. */
    public List<Decided> decided(Plan.Act act) {
        if (act instanceof Plan.Act.OfRule rule) {
            return decided(rule.rule().hits());
        }
        Stage stage = ((Plan.Act.OfStage) act).stage();
        return stage instanceof Stage.Statement statement ? decided(statement) : List.of();
    }

    private List<Decided> decided(Stage.Statement statement) {
        if (!counted) {
            return List.of();
        }
        String columns = "_step, _in, _kept, _unknown, _pending" + (cased ? ", " + StepContext.CASE : "");
        List<DuckRow> counts = session.query(
                "SELECT " + columns + " FROM " + Sql.name(statement.table()) + " WHERE _step IS NOT NULL");
        List<Decided> decided = new ArrayList<>();
        for (DuckRow row : counts) {
            decided.add(new Decided(
                    String.valueOf(row.text("_step")),
                    row.count("_in"),
                    row.count("_kept"),
                    row.count("_unknown"),
                    row.count("_pending"),
                    cased ? row.count(StepContext.CASE) : 0));
        }
        return decided;
    }
}
