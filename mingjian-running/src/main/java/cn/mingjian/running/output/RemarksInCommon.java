package cn.mingjian.running.output;

import cn.mingjian.model.Words;
import cn.mingjian.model.clue.Clue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What speaks against every clue of a rule alike, such as a register whose coverage nobody stated: said once for the run,
 * so that a list shows of each clue what is its own.
 */
final class RemarksInCommon {

    private final Map<Words, Set<String>> codes = new LinkedHashMap<>();
    private final Set<String> all = new LinkedHashSet<>();
    private final Map<String, Integer> ofRule = new HashMap<>();
    private final Map<Words, Map<String, Integer>> counts = new LinkedHashMap<>();

    static RemarksInCommon of(List<Clue> clues) {
        RemarksInCommon common = new RemarksInCommon();
        clues.forEach(common::add);
        common.decide();
        return common;
    }

    void add(Clue clue) {
        ofRule.merge(clue.code(), 1, Integer::sum);
        all.add(clue.code());
        new LinkedHashSet<>(clue.against()).forEach(words -> counts.computeIfAbsent(words, any -> new LinkedHashMap<>())
                .merge(clue.code(), 1, Integer::sum));
    }

    /** All clues were added. */
    void decide() {
        counts.forEach((words, said) -> {
            boolean several = said.values().stream().mapToInt(Integer::intValue).sum() > 1;
            if (several
                    && said.entrySet().stream()
                            .allMatch(entry -> entry.getValue().equals(ofRule.get(entry.getKey())))) {
                codes.put(words, new LinkedHashSet<>(said.keySet()));
            }
        });
        counts.clear();
    }

    /** What speaks against this clue and not against all of its rule. */
    List<Words> own(Clue clue) {
        return clue.against().stream()
                .filter(words -> !codes.containsKey(words))
                .toList();
    }

    /** Each remark once, with the codes of the rules that it is about unless it is about all. */
    List<String> lines(ReportWords words) {
        List<String> lines = new ArrayList<>();
        codes.forEach((remark, about) -> lines.add(
                about.equals(all)
                        ? words.say("output.remark-on-all", words.in(remark))
                        : words.say("output.remark-on", words.listed(about), words.in(remark))));
        return lines;
    }
}
