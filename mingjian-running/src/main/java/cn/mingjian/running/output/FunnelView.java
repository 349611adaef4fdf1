package cn.mingjian.running.output;

import cn.mingjian.model.clue.Funnel;
import cn.mingjian.model.clue.Funnel.InputCount;
import cn.mingjian.model.clue.Funnel.RuleCount;
import cn.mingjian.model.clue.Funnel.StepCount;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The funnel as tables: inputs, steps that decide, rules. */
final class FunnelView {

    private final ReportWords words;

    FunnelView(ReportWords words) {
        this.words = words;
    }

    List<String> lines(Funnel funnel) {
        List<String> lines = new ArrayList<>();
        lines.addAll(inputs(funnel.inputs()).lines());
        lines.addAll(words.adviceOnCoverage(funnel.inputs().stream()
                .filter(input -> input.delivered() && !input.coverageStated())
                .map(InputCount::contract)
                .toList()));
        TextTable steps = steps(funnel.steps());
        if (!steps.isEmpty()) {
            lines.add("");
            lines.addAll(steps.lines());
        }
        lines.add("");
        lines.addAll(rules(funnel.rules()).lines());
        lines.add(say("output.three-outcomes"));
        lines.addAll(new RuleNotes(words)
                .lines(funnel.rules().stream()
                        .filter(rule -> !rule.state().equals(RuleCount.NOT_RUNNABLE))
                        .toList()));
        return lines;
    }

    private TextTable inputs(List<InputCount> inputs) {
        TextTable table = new TextTable(40, List.of(2, 3))
                .row(
                        say("output.input"),
                        say("output.contract"),
                        say("output.rows"),
                        say("output.persons"),
                        say("output.coverage"));
        for (InputCount input : inputs) {
            String persons =
                    input.persons().values().stream().map(String::valueOf).collect(Collectors.joining("/"));
            table.row(
                    input.input(),
                    words.register(input.contract()),
                    input.delivered() ? String.valueOf(input.rows()) : "—",
                    persons,
                    input.delivered()
                            ? say(input.coverageStated() ? "output.stated" : "output.not-stated")
                            : say("output.not-delivered"));
        }
        return table;
    }

    private TextTable steps(List<StepCount> steps) {
        TextTable table = new TextTable(64, List.of(1, 2, 3, 4))
                .row(
                        say("output.step"),
                        say("output.in"),
                        say("output.kept"),
                        say("output.unknown"),
                        say("output.pending"));
        steps.forEach(step -> table.row(
                words.step(step.step()),
                String.valueOf(step.in()),
                String.valueOf(step.kept()),
                String.valueOf(step.unknown()),
                String.valueOf(step.pending())));
        return table;
    }

    private TextTable rules(List<RuleCount> rules) {
        TextTable table = new TextTable(48, List.of(3, 4, 5, 6, 7))
                .row(
                        say("output.code"),
                        say("output.rule"),
                        say("output.state"),
                        say("output.hits"),
                        say("output.unknown"),
                        say("output.dropped"),
                        say("output.clues-or-signals"),
                        say("output.persons-shown"),
                        say("output.grades"));
        for (RuleCount rule : rules) {
            String grades = rule.grades().entrySet().stream()
                    .map(entry -> entry.getKey() + " " + entry.getValue())
                    .collect(Collectors.joining(", "));
            table.row(
                    rule.code(),
                    words.title(rule),
                    say("output.state-" + rule.state()),
                    String.valueOf(rule.hits()),
                    String.valueOf(rule.unknown() + rule.pending()),
                    String.valueOf(rule.dropped().values().stream()
                            .mapToLong(Long::longValue)
                            .sum()),
                    String.valueOf(rule.clues()),
                    String.valueOf(rule.personsShown()),
                    grades);
        }
        return table;
    }

    private String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }
}
