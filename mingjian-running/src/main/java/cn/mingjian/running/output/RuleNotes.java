package cn.mingjian.running.output;

import cn.mingjian.model.clue.Funnel.RuleCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person must know of a rule beside its counts: what it lacks, and why hits became no clue. */
final class RuleNotes {

    private final ReportWords words;

    RuleNotes(ReportWords words) {
        this.words = words;
    }

    /** A note for each rule that needs one, with the rule's code and title in front. */
    List<String> lines(List<RuleCount> rules) {
        List<String> lines = new ArrayList<>();
        for (RuleCount rule : rules) {
            of(rule).ifPresent(note -> lines.add(words.say("output.rule-note", rule.code(), words.rule(rule), note)));
        }
        return lines;
    }

    Optional<String> of(RuleCount rule) {
        return switch (rule.state()) {
            case RuleCount.NOT_RUNNABLE -> Optional.of(notRunnable(rule));
            case "too-many" -> Optional.of(words.say("output.too-many", rule.clues()));
            default -> whyNone(rule);
        };
    }

    private String notRunnable(RuleCount rule) {
        String lacks = words.say("output.lacks", words.lacks(rule.lacks()));
        return rule.helpful().isEmpty()
                ? lacks
                : words.joined(List.of(lacks, words.say("output.would-help", words.lacks(rule.helpful()))));
    }

    private Optional<String> whyNone(RuleCount rule) {
        if (rule.hits() == 0 || rule.clues() > 0) {
            return Optional.empty();
        }
        long dropped =
                rule.dropped().values().stream().mapToLong(Long::longValue).sum();
        if (dropped >= rule.hits()) {
            return Optional.of(words.say("output.all-dropped", rule.hits()));
        }
        return Optional.of(
                dropped == 0
                        ? words.say("output.below-grades", rule.hits())
                        : words.say("output.dropped-or-below-grades", rule.hits(), dropped));
    }
}
