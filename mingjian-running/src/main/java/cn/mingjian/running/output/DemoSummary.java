package cn.mingjian.running.output;

import cn.mingjian.engine.worker.RunAnswer;
import cn.mingjian.model.clue.Clue;
import cn.mingjian.model.clue.Funnel.RuleCount;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The short table at the end of a demo: what each model found, and how long it took. */
public final class DemoSummary {

    private final Language language;
    private final TextTable table;

    public DemoSummary(Language language) {
        this.language = language;
        this.table = new TextTable(48, List.of(1, 2, 3, 4, 5, 6, 7, 8))
                .row(
                        say("output.model"),
                        "A",
                        "B",
                        "C",
                        say("output.clues"),
                        say("output.signals"),
                        say("output.persons-sum"),
                        say("output.not-runnable-rules"),
                        say("output.seconds"));
    }

    /** A model that ran. Persons are summed over its rules: one person on clues of two rules counts twice. */
    public void ran(String model, RunAnswer answer, long seconds) {
        List<RuleCount> rules = answer.funnel().rules();
        table.row(
                model,
                grade(answer, "A"),
                grade(answer, "B"),
                grade(answer, "C"),
                String.valueOf(answer.masked().size()),
                String.valueOf(answer.signals().size()),
                String.valueOf(rules.stream().mapToLong(RuleCount::personsShown).sum()),
                String.valueOf(rules.stream()
                        .filter(rule -> rule.state().equals("not-runnable"))
                        .count()),
                String.valueOf(seconds));
    }

    /** A model that could not run. */
    public void failed(String model) {
        table.row(model, say("output.failed"), "", "", "", "", "", "", "");
    }

    /** The lines of the table. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(table.lines());
        lines.add(say("output.persons-sum-means"));
        return lines;
    }

    private static String grade(RunAnswer answer, String grade) {
        return String.valueOf(
                answer.masked().stream().map(Clue::grade).filter(grade::equals).collect(Collectors.counting()));
    }

    private String say(String key) {
        return Messages.text(language, key);
    }
}
