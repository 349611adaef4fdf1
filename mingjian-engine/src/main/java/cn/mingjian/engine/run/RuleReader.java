package cn.mingjian.engine.run;

import cn.mingjian.compiler.Requirements;
import cn.mingjian.compiler.plan.RulePlan;
import cn.mingjian.compiler.rule.Exclusion;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.duckdb.DuckRow;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.engine.PlanRunner.Decided;
import cn.mingjian.model.clue.Funnel.RuleCount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads counts and rows of one rule from a session in which the plan has run. */
final class RuleReader {

    private final DuckSession session;
    private final RulePlan plan;
    private final Rule rule;

    RuleReader(DuckSession session, RulePlan plan) {
        this.session = session;
        this.plan = plan;
        this.rule = plan.rule();
    }

    /** Whether some place has more clues than the rule allows. */
    boolean tooMany() {
        return !session.query("SELECT 1 FROM " + plan.cluesTable() + " GROUP BY _place HAVING count(*) > "
                        + rule.maxClues() + " LIMIT 1")
                .isEmpty();
    }

    List<DuckRow> clueRows() {
        return session.query("SELECT * FROM " + plan.cluesTable() + " ORDER BY _number");
    }

    RuleCount count(List<Decided> decided, boolean tooMany, Requirements data) {
        String hits = plan.hits().relation();
        long kept = 0;
        long unknown = 0;
        long pending = 0;
        for (Decided step : decided) {
            if (step.step().equals(hits)) {
                kept = step.kept();
                unknown = step.unknown();
                pending = step.pending();
            }
        }
        Map<String, Long> grades = new TreeMap<>();
        long clues = 0;
        for (DuckRow row : session.query(
                "SELECT grade, count(*) AS _n FROM " + plan.cluesTable() + " GROUP BY grade ORDER BY grade")) {
            clues += row.count("_n");
            grades.put(String.valueOf(row.text("grade")), row.count("_n"));
        }
        return new RuleCount(
                rule.id(),
                rule.code(),
                rule.title(),
                rule.signal(),
                tooMany ? "too-many" : "run",
                List.of(),
                List.copyOf(data.helpful()),
                kept,
                unknown,
                pending,
                clues,
                rule.signal() ? Map.of() : grades,
                dropped(),
                persons(Sql.name(hits) + " x", "_protected"),
                personsShown());
    }

    private Map<String, Long> dropped() {
        Map<String, Long> dropped = new LinkedHashMap<>();
        List<String> counts = new ArrayList<>();
        for (int i = 0; i < rule.exclusions().size(); i++) {
            counts.add("count(*) FILTER (WHERE _x" + i + ") AS _n" + i);
        }
        if (counts.isEmpty()) {
            return dropped;
        }
        DuckRow row = session.one("SELECT " + String.join(", ", counts) + " FROM "
                + Sql.name(plan.hits().relation()));
        for (int i = 0; i < rule.exclusions().size(); i++) {
            Exclusion exclusion = rule.exclusions().get(i);
            if (exclusion.drops()) {
                dropped.put(exclusion.id(), row.count("_n" + i));
            }
        }
        return dropped;
    }

    /** Distinct persons of hits: the subject where it is a person, and the protected ones. */
    private long persons(String from, String prefix) {
        List<String> selects = new ArrayList<>();
        if (rule.subject().type().equals("person")) {
            selects.add("SELECT x._subject_id AS id FROM " + from);
        }
        for (int i = 0; i < rule.subject().persons().size(); i++) {
            selects.add("SELECT x." + prefix + i + " AS id FROM " + from);
        }
        return selects.isEmpty() ? 0 : distinct(String.join(" UNION ALL ", selects));
    }

    private long personsShown() {
        String from = plan.cluesTable() + " x";
        List<String> selects = new ArrayList<>();
        if (rule.subject().type().equals("person")) {
            selects.add("SELECT x._subject_id AS id FROM " + from);
        }
        for (int i = 0; i < rule.subject().persons().size(); i++) {
            selects.add("SELECT unnest(x._protected" + i + ") AS id FROM " + from);
        }
        return selects.isEmpty() ? 0 : distinct(String.join(" UNION ALL ", selects));
    }

    private long distinct(String ids) {
        return session.one("SELECT count(DISTINCT id) AS _n FROM (" + ids + ")").count("_n");
    }
}
