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
            sentences.add(moved(computed, line.grade(), plain ? Words.same("") : because));
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

    private Words moved(String computed, String written, Words because) {
        Words condition = because.zh().isEmpty() ? because : say("run.grade-condition", because);
        return say("run.grade-moved", Words.same(computed), Words.same(written), condition, causes());
    }

    private Words causes() {
        List<Words> causes = new ArrayList<>();
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
