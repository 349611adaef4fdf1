package cn.mingjian.engine.cases;

import cn.mingjian.compiler.plan.RulePlan;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.step.StepContext;
import cn.mingjian.duckdb.DuckRow;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.engine.Canonical;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the clues that a rule gave in a session of test cases. */
public final class CaseClues {

    private CaseClues() {}

    /** The clues of a rule that has run, by number of the case. */
    public static Map<Integer, List<CaseClue>> read(RulePlan plan, DuckSession session) {
        Rule rule = plan.rule();
        Map<Integer, List<CaseClue>> clues = new HashMap<>();
        for (DuckRow row : session.query("SELECT * FROM " + plan.cluesTable() + " ORDER BY _number")) {
            clues.computeIfAbsent((int) row.count(StepContext.CASE), number -> new ArrayList<>())
                    .add(clue(rule, row));
        }
        return clues;
    }

    private static CaseClue clue(Rule rule, DuckRow row) {
        Map<String, String> key = new LinkedHashMap<>();
        rule.key().forEach(name -> put(key, name, row.value(name), rule.clues().typeOf(name)));
        Map<String, String> facts = new LinkedHashMap<>();
        rule.facts().forEach((name, value) -> put(facts, name, row.value(name), value.type()));
        rule.running().forEach((name, value) -> put(facts, name, row.value(name), value.type()));
        Optional<String> amount = rule.wording()
                .amount()
                .flatMap(money -> Optional.ofNullable(row.decimal("_amount")))
                .map(number -> number.toPlainString());
        return new CaseClue(
                rule.code(),
                Optional.ofNullable(row.text("_subject_id")),
                String.valueOf(row.text("grade")),
                amount,
                key,
                facts);
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value, Type type) {
        values.put(name, value == null ? "null" : Canonical.text(value, type));
    }
}
