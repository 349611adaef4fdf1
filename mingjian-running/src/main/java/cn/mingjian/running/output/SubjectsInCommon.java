package cn.mingjian.running.output;

import cn.mingjian.model.clue.Clue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How many subjects stand on several clues of a run, whose money may be the same. */
final class SubjectsInCommon {

    private final Set<String> seen = new HashSet<>();
    private int subjects;
    private boolean money;

    static SubjectsInCommon of(List<Clue> clues) {
        SubjectsInCommon common = new SubjectsInCommon();
        clues.forEach(common::add);
        return common;
    }

    void add(Clue clue) {
        List<Clue.Other> others = clue.sameSubject().clues();
        if (!others.isEmpty() && others.stream().map(Clue.Other::clueId).noneMatch(seen::contains)) {
            subjects++;
        }
        seen.add(clue.clueId());
        money |= clue.amount() != null;
    }

    /** The sentence about them; empty where there is none. */
    Optional<String> line(ReportWords words) {
        String key = money ? "output.same-subjects-money" : "output.same-subjects";
        return subjects == 0 ? Optional.empty() : Optional.of(words.say(key, subjects));
    }
}
