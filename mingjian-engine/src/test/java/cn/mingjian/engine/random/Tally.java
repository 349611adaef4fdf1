package cn.mingjian.engine.random;

import cn.mingjian.engine.run.RunResult;
import cn.mingjian.model.clue.SourceRow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was drawn and found, so that a test of nothing is seen. */
final class Tally {

    private final Map<String, Integer> words = new TreeMap<>();
    private final Map<String, Long> found = new TreeMap<>();
    private int plansWithClues;

    void drawn(List<String> model) {
        model.stream().distinct().forEach(word -> words.merge(word, 1, Integer::sum));
    }

    void found(RunResult result) {
        result.funnel().steps().forEach(step -> {
            add("rows in", step.in());
            add("rows kept", step.kept());
            add("rows unknown", step.unknown());
            add("rows pending", step.pending());
        });
        result.funnel().rules().forEach(rule -> {
            add("hits", rule.hits());
            rule.dropped().values().forEach(dropped -> add("hits dropped by exclusions", dropped));
        });
        result.clues().forEach(clue -> {
            add("clues of grade " + clue.grade(), 1);
            add("clues with an undecided exclusion", clue.exclusionsUndecided().isEmpty() ? 0 : 1);
            add("lower bounds", clue.lowerBounds().size());
            add("searches", clue.sourceRows().stream().filter(SourceRow::absent).count());
            add(
                    "source rows",
                    clue.sourceRows().stream().filter(row -> !row.absent()).count());
        });
        add("clues", result.clues().size());
        add("signal rows", result.signals().size());
        plansWithClues += result.clues().isEmpty() ? 0 : 1;
    }

    /** Something that only some plans are compared by. */
    void compared(String what, long more) {
        add("compared " + what, more);
    }

    private void add(String what, long more) {
        found.merge(what, more, Long::sum);
    }

    long of(String what) {
        return found.getOrDefault(what, 0L);
    }

    int plansWithClues() {
        return plansWithClues;
    }

    /** Plans by the words that they use. */
    Map<String, Integer> words() {
        return words;
    }

    @Override
    public String toString() {
        return plansWithClues + " with clues; plans by what they use: " + words + "; found: " + found;
    }
}
