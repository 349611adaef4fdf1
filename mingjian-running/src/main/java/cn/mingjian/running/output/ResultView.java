package cn.mingjian.running.output;

import cn.mingjian.engine.worker.RunAnswer;
import cn.mingjian.model.clue.Funnel;
import cn.mingjian.model.clue.Funnel.RuleCount;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Language;
import java.util.ArrayList;
import java.util.List;

/** The screen of a run: heading, funnel, signals, first clues. Everything on it is masked. */
public final class ResultView {

    private final RunReport report;
    private final ReportWords words;

    public ResultView(RunReport report, Language language) {
        this.report = report;
        this.words = new ReportWords(report, language);
    }

    /** @param most how many signals and how many clues are shown */
    public List<String> lines(int most) {
        ModelPackage pack = report.pack();
        RunAnswer answer = report.answer();
        List<String> lines = new ArrayList<>();
        lines.add(words.in(pack.title()) + "  " + pack.id() + "@" + pack.version() + "  "
                + say("running.as-of", report.asOf()));
        lines.add(report.purpose().isEmpty() ? say("running.no-purpose") : say("running.purpose", report.purpose()));
        lines.add("");
        lines.addAll(new FunnelView(words).lines(answer.funnel()));
        ClueView view = new ClueView(words);
        if (!answer.signals().isEmpty()) {
            lines.add("");
            lines.addAll(view.signals(answer.signals(), most));
        }
        lines.add("");
        if (answer.masked().isEmpty()) {
            lines.add(noClues(answer.funnel()));
        } else {
            lines.addAll(view.lines(answer.masked(), most));
        }
        return lines;
    }

    /** No clue says something only where rules were asked. */
    String noClues(Funnel funnel) {
        List<RuleCount> rules =
                funnel.rules().stream().filter(rule -> !rule.signal()).toList();
        long idle = rules.stream()
                .filter(rule -> rule.state().equals("not-runnable"))
                .count();
        if (idle == 0) {
            return say("running.no-clues");
        }
        return say(idle == rules.size() ? "running.nothing-asked" : "running.no-clues-of-some", idle, rules.size());
    }

    private String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }
}
