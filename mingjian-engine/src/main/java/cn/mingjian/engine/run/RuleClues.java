package cn.mingjian.engine.run;

import cn.mingjian.compiler.plan.RulePlan;
import cn.mingjian.duckdb.DuckRow;
import cn.mingjian.model.clue.Clue.LowerBound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The clues of one rule, or the signals of one, before they are made: what of each is needed to number it and to find the
 * others about its subject.
 *
 * @param rows the rows of the rule's table
 * @param marks of a rule, for each row its number and fingerprint
 * @param matched input columns by which rows were matched
 */
record RuleClues(
        RulePlan plan,
        ClueBuilder.Frame frame,
        List<String> matched,
        CoverageWords coverage,
        List<DuckRow> rows,
        List<ClueBuilder.Mark> marks) {

    /** Numbers the clues of a rule, and makes each known to the others about its subject. */
    static RuleClues read(
            List<DuckRow> rows,
            RulePlan plan,
            ClueBuilder.Frame frame,
            List<String> matched,
            CoverageWords coverage,
            SameSubjects sameSubjects) {
        List<ClueBuilder.Mark> marks = new ArrayList<>();
        if (!plan.rule().signal()) {
            ClueBuilder builder = new ClueBuilder(frame, plan.rule(), matched, coverage);
            for (DuckRow row : rows) {
                ClueBuilder.Mark mark = builder.mark(row);
                builder.register(row, mark, sameSubjects);
                marks.add(mark);
            }
        }
        return new RuleClues(plan, frame, matched, coverage, rows, marks);
    }

    /** Reads the rows behind them, and makes each as it is and as a screen may show it. */
    void make(SourceReader sources, SameSubjects sameSubjects, Shown shown) {
        FoundRows found = sources.read(
                plan, rows.stream().map(row -> row.count("_number")).toList());
        Map<Long, List<LowerBound>> lowerBounds = rows.isEmpty() ? Map.of() : sources.lowerBounds(plan);
        if (plan.rule().signal()) {
            for (Masking masking : Masking.values()) {
                SignalBuilder builder = new SignalBuilder(frame, plan.rule(), masking);
                rows.forEach(row -> shown.add(masking, builder.build(row, found.of(row.count("_number"), masking))));
            }
            return;
        }
        ClueBuilder builder = new ClueBuilder(frame, plan.rule(), matched, coverage);
        for (int i = 0; i < rows.size(); i++) {
            DuckRow row = rows.get(i);
            long number = row.count("_number");
            ClueBuilder.Same same =
                    builder.same(row, marks.get(i), lowerBounds.getOrDefault(number, List.of()), sameSubjects);
            for (Masking masking : Masking.values()) {
                shown.add(masking, builder.build(row, same, found.of(number, masking), masking));
            }
        }
    }
}
