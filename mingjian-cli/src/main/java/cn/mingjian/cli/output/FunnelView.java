package cn.mingjian.cli.output;

import cn.mingjian.model.Words;
import cn.mingjian.model.clue.Funnel;
import cn.mingjian.model.clue.Funnel.InputCount;
import cn.mingjian.model.clue.Funnel.RuleCount;
import cn.mingjian.model.clue.Funnel.StepCount;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The funnel as tables: inputs, steps that decide, rules. */
public final class FunnelView {

    private static final Pattern PLACEHOLDERS = Pattern.compile("(…|\\{[a-z][a-z0-9_]*})+");

    private final ModelPackage pack;
    private final Contracts contracts;
    private final Language language;

    /**
     * @param pack gives rules and signals their titles
     * @param contracts give the registers theirs
     */
    public FunnelView(ModelPackage pack, Contracts contracts, Language language) {
        this.pack = pack;
        this.contracts = contracts;
        this.language = language;
    }

    public List<String> lines(Funnel funnel) {
        List<String> lines = new ArrayList<>();
        lines.addAll(inputs(funnel.inputs()).lines());
        TextTable steps = steps(funnel.steps());
        if (!steps.isEmpty()) {
            lines.add("");
            lines.addAll(steps.lines());
        }
        lines.add("");
        lines.addAll(rules(funnel.rules()).lines());
        for (RuleCount rule : funnel.rules()) {
            if (rule.state().equals("not-runnable")) {
                lines.add(say("output.lacks", rule.code(), String.join(", ", rule.lacks())));
            } else if (rule.state().equals("too-many")) {
                lines.add(say("output.too-many", rule.code(), rule.clues()));
            }
        }
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
                    register(input.contract()),
                    input.delivered() ? String.valueOf(input.rows()) : "—",
                    persons,
                    input.delivered()
                            ? say(input.coverageStated() ? "output.stated" : "output.not-stated")
                            : say("output.not-delivered"));
        }
        return table;
    }

    private TextTable steps(List<StepCount> steps) {
        TextTable table = new TextTable(40, List.of(1, 2, 3, 4))
                .row(
                        say("output.step"),
                        say("output.in"),
                        say("output.kept"),
                        say("output.unknown"),
                        say("output.pending"));
        steps.forEach(step -> table.row(
                step.step(),
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
                        say("output.clues"),
                        say("output.persons-shown"),
                        say("output.grades"));
        for (RuleCount rule : rules) {
            String grades = rule.grades().entrySet().stream()
                    .map(entry -> entry.getKey() + " " + entry.getValue())
                    .collect(Collectors.joining(", "));
            table.row(
                    rule.code(),
                    (rule.signal() ? "(" + say("output.signal") + ") " : "") + title(rule),
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

    private String register(String contract) {
        return contracts.find(contract).map(found -> found.title().in(language)).orElse(contract);
    }

    /** The title of the rule's clues without the values of one, or its id where nobody wrote a title. */
    private String title(RuleCount rule) {
        YamlMap written = (rule.signal() ? pack.signals() : pack.rules()).get(rule.rule());
        return Optional.ofNullable(written)
                .flatMap(map -> map.map("title"))
                .map(words -> PLACEHOLDERS.matcher(Words.of(words).in(language)).replaceAll("…"))
                .map(title -> title.replaceFirst("^…[:：]?\\s*", ""))
                .orElse(rule.rule());
    }

    private String say(String key, Object... arguments) {
        return Messages.text(language, key, arguments);
    }
}
