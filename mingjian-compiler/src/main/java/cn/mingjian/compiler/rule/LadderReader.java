package cn.mingjian.compiler.rule;

import cn.mingjian.compiler.expression.ExpressionChecker;
import cn.mingjian.compiler.expression.Scope;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.rule.Rule.Amplifier;
import cn.mingjian.compiler.rule.Rule.Ladder;
import cn.mingjian.compiler.rule.Rule.Ladder.Line;
import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlList;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code grade}: one grade, or a ladder whose first true line gives it. A line may say in words why:
 *
 * <pre>
 * grade:
 *   - {A: times >= 2, because: {zh: 期间内被处罚{times}次, en: "penalised {times} times in the period"}}
 *   - B: else
 * </pre>
 */
final class LadderReader {

    private final YamlMap rule;
    private final Scope clue;
    private final Problems problems;

    LadderReader(YamlMap rule, Scope clue, Problems problems) {
        this.rule = rule;
        this.clue = clue;
        this.problems = problems;
    }

    /** @param templates checks the words of lines */
    Ladder read(WordingReader templates) {
        Optional<YamlNode> grade = rule.requireNode("grade");
        if (grade.isEmpty()) {
            return new Ladder(List.of());
        }
        if (grade.get() instanceof YamlScalar one) {
            return new Ladder(
                    List.of(new Line(known(one.text(), one.place()), Typed.truth(true), "", Optional.empty())));
        }
        List<Line> lines = new ArrayList<>();
        if (grade.get() instanceof YamlList list) {
            for (YamlNode item : list.items()) {
                if (!lines.isEmpty() && lines.get(lines.size() - 1).otherwise()) {
                    problems.error(item.place(), "rule.after-else");
                }
                if (item instanceof YamlMap line
                        && line.without("because").keys().size() == 1) {
                    lines.add(line(line, templates));
                } else {
                    problems.error(item.place(), "rule.ladder-line");
                }
            }
        } else {
            problems.error(grade.get().place(), "yaml.not-a-list", "grade");
        }
        return new Ladder(lines);
    }

    private Line line(YamlMap map, WordingReader templates) {
        YamlMap.Entry entry = map.without("because").entries().iterator().next();
        String grade = known(entry.key(), entry.place());
        Optional<Words> because = map.map("because").map(words -> {
            templates.checkTemplate(
                    words, clue.relations().get(0).relation().fields().keySet());
            return Words.only(words);
        });
        Optional<YamlScalar> condition = map.scalar(entry.key());
        if (condition.isEmpty() || condition.get().text().equals("else")) {
            return new Line(grade, Typed.truth(true), "else", because);
        }
        return new Line(
                grade,
                ExpressionChecker.condition(condition.get(), clue, problems),
                condition.get().text(),
                because);
    }

    private String known(String grade, Place place) {
        if (!RuleKeys.GRADES.contains(grade)) {
            problems.error(place, "rule.grade", grade, Nearest.advice(grade, RuleKeys.GRADES));
        }
        return grade;
    }

    /** An amplifier that no line reads raises the grade by itself. */
    List<Amplifier> raising(List<Amplifier> amplifiers, Ladder ladder) {
        return amplifiers.stream()
                .map(amplifier -> new Amplifier(
                        amplifier.name(),
                        amplifier.from(),
                        amplifier.lateral(),
                        amplifier.available(),
                        ladder.lines().stream()
                                .flatMap(line -> line.condition().uses().stream())
                                .noneMatch(use -> use.field().equals(amplifier.name()))))
                .toList();
    }
}
