package cn.mingjian.running.output;

import cn.mingjian.model.clue.Funnel;
import cn.mingjian.model.clue.Funnel.RuleCount;
import cn.mingjian.model.clue.Readiness;
import cn.mingjian.model.clue.Readiness.Gap;
import cn.mingjian.model.contract.Lack;
import cn.mingjian.model.problem.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last words of a run: how many rules ran, what the others lack, and the shortest way to make more of them run. */
public final class ReadinessView {

    private static final List<Integer> WIDTHS = List.of(8, 36, 40, 30);

    private final Funnel funnel;
    private final ModelWords words;

    public ReadinessView(RunReport report, Language language) {
        this(report.answer().funnel(), new ModelWords(report.pack(), report.library(), language));
    }

    ReadinessView(Funnel funnel, ModelWords words) {
        this.funnel = funnel;
        this.words = words;
    }

    /** The lines; a single one when every rule ran with all that could help. */
    public List<String> lines() {
        Readiness readiness = Readiness.of(funnel);
        List<String> lines = new ArrayList<>();
        int idle = readiness.rules() - readiness.ran();
        if (idle == 0) {
            lines.add(words.say("output.readiness-all", readiness.rules()));
        } else {
            lines.add(words.say(
                    readiness.ran() == 0 ? "output.readiness-none" : "output.readiness-some",
                    readiness.ran(),
                    readiness.rules(),
                    idle));
        }
        TextTable table = notRunnable();
        if (!table.isEmpty()) {
            lines.addAll(table.lines());
            lines.addAll(new ColumnAdvice(words).lines(funnel));
        }
        lines.addAll(gaps());
        lines.addAll(helpful());
        return lines;
    }

    private TextTable notRunnable() {
        TextTable table = TextTable.wrapped(WIDTHS)
                .row(
                        words.say("output.code"),
                        words.say("output.rule"),
                        words.say("output.needed"),
                        words.say("output.helpful"));
        funnel.rules().stream()
                .filter(rule -> rule.state().equals(RuleCount.NOT_RUNNABLE))
                .forEach(rule -> table.row(
                        rule.code(), words.title(rule), words.lacks(rule.lacks()), words.lacks(rule.helpful())));
        return table;
    }

    /** What to bring, in the order in which it makes the most rules run. */
    List<String> gaps() {
        List<Gap> gaps = Readiness.of(funnel).gaps();
        List<String> lines = new ArrayList<>();
        if (!gaps.isEmpty()) {
            lines.add(words.say("output.gaps"));
        }
        for (Gap gap : gaps) {
            lines.add(words.say(
                    "output.gap",
                    lines.size(),
                    words.lacks(gap.bring().stream().map(Lack::of).toList()),
                    words.listed(gap.rules()),
                    gap.rules().size()));
        }
        return lines;
    }

    private List<String> helpful() {
        Map<Lack, List<String>> codes = new LinkedHashMap<>();
        funnel.rules().stream()
                .filter(rule -> !rule.state().equals(RuleCount.NOT_RUNNABLE))
                .forEach(rule -> rule.helpful().forEach(lack -> codes.computeIfAbsent(lack, any -> new ArrayList<>())
                        .add(rule.code())));
        List<String> lines = new ArrayList<>();
        if (!codes.isEmpty()) {
            lines.add(words.say("output.helpful-list"));
        }
        codes.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
                .forEach(entry -> lines.add(words.say(
                        "output.helpful-line", words.lacks(List.of(entry.getKey())), words.listed(entry.getValue()))));
        return lines;
    }
}
