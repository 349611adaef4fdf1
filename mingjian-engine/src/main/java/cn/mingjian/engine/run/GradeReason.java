package cn.mingjian.engine.run;

import cn.mingjian.compiler.rule.Exclusion;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.duckdb.DuckRow;
import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Why a clue has its grade: the line of the ladder that holds, and what moved the grade away from it. */
record GradeReason(Rule rule, DuckRow row, Function<String, Template.Value> values) {

    /** @param lawChecked whether the law was checked for the day of the clue; if not, the grade is C */
    Words words(boolean lawChecked) {
        Rule.Ladder.Line line = rule.ladder().lines().get((int) ClueBuilder.number(row, "_line"));
        String computed = String.valueOf(row.text("grade"));
        Words because = Template.fill(line.because().orElse(Words.same(line.written())), values);
        boolean plain = line.because().isEmpty() && (line.written().isEmpty() || line.otherwise());
        List<Words> sentences = new ArrayList<>();
        if (!computed.equals(line.grade())) {
            boolean told = !plain && !(line.otherwise() && isDoubted(line));
            sentences.add(moved(computed, line, told ? because : Words.same("")));
        } else if (plain) {
            sentences.add(say("run.grade-plain", Words.same(computed)));
        } else {
            sentences.add(say("run.grade-line", Words.same(computed), because));
        }
        if (!lawChecked) {
            sentences.add(say("run.grade-law"));
        }
        return ClueBuilder.joined(sentences);
    }

    private Words moved(String computed, Rule.Ladder.Line line, Words because) {
        Words condition = because.zh().isEmpty() ? because : say("run.grade-condition", because);
        return say("run.grade-moved", Words.same(computed), Words.same(line.grade()), condition, causes(line));
    }

    /** Whether an earlier line that would give a worse grade could not be decided. */
    private boolean isDoubted(Rule.Ladder.Line line) {
        return doubt().compareTo(line.grade()) > 0;
    }

    /** The best grade that lines which could not be decided leave. */
    private String doubt() {
        return String.valueOf("ABC".charAt((int) ClueBuilder.number(row, "_doubt") - 1));
    }

    private Words causes(Rule.Ladder.Line line) {
        List<Words> causes = new ArrayList<>();
        if (isDoubted(line)) {
            causes.add(say("run.grade-doubted", Words.same(doubt())));
        }
        boolean raised = rule.amplifiers().stream()
                .anyMatch(amplifier -> amplifier.raises() && Boolean.TRUE.equals(row.truth(amplifier.name())));
        if (raised) {
            causes.add(say("run.grade-raised"));
        }
        List<Words> bounded = titles("_bounded", exclusion -> !exclusion.drops());
        if (!bounded.isEmpty()) {
            causes.add(say("run.grade-bounded", quoted(bounded)));
        }
        List<Words> undecided = titles("_undecided", exclusion -> true);
        if (!undecided.isEmpty()) {
            causes.add(say("run.grade-undecided", quoted(undecided)));
        }
        return new Words(joined(causes, Language.ZH, "，"), joined(causes, Language.EN, ", and "));
    }

    /** The exclusions that a count of the clue's row speaks of. */
    private List<Words> titles(String count, Function<Exclusion, Boolean> counts) {
        return IntStream.range(0, rule.exclusions().size())
                .filter(i -> counts.apply(rule.exclusions().get(i)) && ClueBuilder.number(row, count + i) > 0)
                .mapToObj(i -> rule.exclusions().get(i).title())
                .toList();
    }

    private static Words quoted(List<Words> titles) {
        List<Words> quoted = titles.stream()
                .map(title -> new Words("“" + title.zh() + "”", "“" + title.en() + "”"))
                .toList();
        return new Words(joined(quoted, Language.ZH, "、"), joined(quoted, Language.EN, ", "));
    }

    private static String joined(List<Words> words, Language language, String joint) {
        return words.stream().map(one -> one.in(language)).collect(Collectors.joining(joint));
    }

    private static Words say(String key, Words... arguments) {
        return new Words(
                Messages.text(
                        Language.ZH, key, Stream.of(arguments).map(Words::zh).toArray()),
                Messages.text(
                        Language.EN, key, Stream.of(arguments).map(Words::en).toArray()));
    }
}
