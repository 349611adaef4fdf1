package cn.mingjian.running.output;

import cn.mingjian.model.clue.Funnel;
import cn.mingjian.model.clue.Funnel.FileCount;
import cn.mingjian.model.clue.Funnel.InputCount;
import cn.mingjian.model.clue.Funnel.RuleCount;
import cn.mingjian.model.clue.Funnel.StepCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The sheet that says what was run on what, and what the result can not say. */
final class RunSheet {

    private static final List<Integer> WIDTHS = List.of(26, 40, 30, 14, 12, 12, 14, 14, 14, 40);

    private final RunReport report;
    private final ReportWords words;
    private final ClueWorkbook.Survey survey;
    private final int leftOut;
    private final String mark;
    private int row;

    /**
     * @param leftOut how many source rows the workbook has no place for
     * @param mark who took it and when; may be empty
     */
    RunSheet(RunReport report, ReportWords words, ClueWorkbook.Survey survey, int leftOut, String mark) {
        this.report = report;
        this.words = words;
        this.survey = survey;
        this.leftOut = leftOut;
        this.mark = mark;
    }

    void write(PrintedSheet sheet) {
        sheet.widths(WIDTHS);
        Funnel funnel = report.answer().funnel();
        run(sheet);
        section(sheet, "output.limits");
        limits(funnel).forEach(sentence -> sheet.line(row++, sentence));
        row++;
        section(sheet, "output.inputs");
        inputs(sheet, funnel.inputs());
        section(sheet, "output.rules");
        rules(sheet, funnel.rules());
        section(sheet, "output.steps");
        steps(sheet, funnel.steps());
    }

    private void section(PrintedSheet sheet, String title) {
        sheet.title(row++, words.say(title));
    }

    private void run(PrintedSheet sheet) {
        section(sheet, "output.run-sheet");
        named(sheet, "output.model", words.in(report.pack().title()));
        named(sheet, "output.version", report.pack().id() + "@" + report.pack().version());
        named(sheet, "output.model-digest", report.pack().digest());
        named(sheet, "output.as-of", report.asOf().toString());
        named(sheet, "output.purpose", report.purpose().isEmpty() ? words.say("output.no-purpose") : report.purpose());
        if (report.synthetic()) {
            named(sheet, "output.data", words.say("output.synthetic"));
        }
        named(sheet, "output.result", words.say("output.clues-and-signals", survey.clues(), survey.signals()));
        named(sheet, "output.fingerprint", report.answer().fingerprint());
        if (!mark.isEmpty()) {
            named(sheet, "output.taken-by", mark);
        }
        named(sheet, "output.full-numbers", words.say(howToOpen()));
        row++;
    }

    private String howToOpen() {
        if (report.answer().isOpened()) {
            return "output.opened";
        }
        return mark.isEmpty() ? "output.how-to-open" : "output.how-to-open-here";
    }

    private void named(PrintedSheet sheet, String key, String value) {
        sheet.text(row, 0, words.say(key));
        sheet.unwrapped(row++, 1, value);
    }

    /** What nobody may conclude from the result. */
    private List<String> limits(Funnel funnel) {
        List<String> limits = new ArrayList<>();
        limits.add(words.say("output.suspicion-only"));
        limits.add(words.say("output.grades-mean"));
        survey.subjects().line(words).ifPresent(limits::add);
        new RuleNotes(words).lines(funnel.rules()).forEach(limits::add);
        limits.addAll(new ReadinessView(funnel, words).gaps());
        named(funnel, input -> !input.delivered(), "output.inputs-missing", limits);
        named(funnel, input -> input.delivered() && !input.coverageStated(), "output.inputs-not-stated", limits);
        funnel.inputs().stream()
                .filter(input -> input.knownUntil() != null
                        && input.knownUntil().compareTo(report.asOf().toString()) < 0)
                .map(input -> words.say(
                        "output.known-until-only",
                        words.register(input.contract()),
                        String.valueOf(input.knownUntil())))
                .distinct()
                .forEach(limits::add);
        limits.addAll(survey.remarks().lines(words));
        long undecided = funnel.rules().stream()
                .mapToLong(rule -> rule.unknown() + rule.pending())
                .sum();
        if (undecided > 0) {
            limits.add(words.say("output.rows-undecided", undecided));
        }
        if (leftOut > 0) {
            limits.add(words.say("output.rows-left-out", leftOut));
        }
        return limits;
    }

    /** A sentence that names the registers of some inputs, where there are such. */
    private void named(Funnel funnel, Predicate<InputCount> which, String key, List<String> limits) {
        List<String> registers = funnel.inputs().stream()
                .filter(which)
                .map(input -> words.register(input.contract()))
                .distinct()
                .toList();
        if (!registers.isEmpty()) {
            limits.add(words.say(key, words.listed(registers)));
        }
    }

    private void inputs(PrintedSheet sheet, List<InputCount> inputs) {
        sheet.heading(
                row++,
                titles(
                        "output.input",
                        "output.contract",
                        "output.file",
                        "output.sheet",
                        "output.rows",
                        "output.from",
                        "output.known-until",
                        "output.stated-by"));
        for (InputCount input : inputs) {
            if (!input.delivered()) {
                sheet.row(
                        row++,
                        List.of(
                                input.input(),
                                words.register(input.contract()),
                                words.say("output.not-delivered"),
                                "",
                                "",
                                "",
                                "",
                                ""));
            }
            for (FileCount file : input.files()) {
                String none = words.say("output.not-stated");
                sheet.row(
                        row,
                        List.of(
                                input.input(),
                                words.register(input.contract()),
                                file.file(),
                                file.sheet() == null ? "" : file.sheet(),
                                "",
                                input.from() == null ? none : input.from(),
                                input.knownUntil() == null ? none : input.knownUntil(),
                                words.listed(input.statedBy())));
                sheet.number(row++, 4, file.rows());
            }
        }
        row++;
    }

    private void rules(PrintedSheet sheet, List<RuleCount> rules) {
        sheet.heading(
                row++,
                titles(
                        "output.code",
                        "output.rule",
                        "output.state",
                        "output.hits",
                        "output.unknown",
                        "output.pending",
                        "output.dropped",
                        "output.clues-or-signals",
                        "output.grades",
                        "output.note"));
        RuleNotes notes = new RuleNotes(words);
        for (RuleCount rule : rules) {
            sheet.text(row, 0, rule.code());
            sheet.text(row, 1, words.title(rule));
            sheet.text(row, 2, words.say("output.state-" + rule.state()));
            sheet.number(row, 3, rule.hits());
            sheet.number(row, 4, rule.unknown());
            sheet.number(row, 5, rule.pending());
            sheet.number(
                    row,
                    6,
                    rule.dropped().values().stream().mapToLong(Long::longValue).sum());
            sheet.number(row, 7, rule.clues());
            sheet.text(
                    row,
                    8,
                    rule.grades().entrySet().stream()
                            .map(entry -> entry.getKey() + " " + entry.getValue())
                            .collect(Collectors.joining(", ")));
            sheet.text(row++, 9, notes.of(rule).orElse(""));
        }
        row++;
    }

    private void steps(PrintedSheet sheet, List<StepCount> steps) {
        sheet.heading(
                row++,
                titles(
                        "output.step-name",
                        "output.step",
                        "output.in",
                        "output.kept",
                        "output.unknown",
                        "output.pending"));
        for (StepCount step : steps) {
            sheet.text(row, 0, step.step());
            sheet.text(row, 1, words.step(step.step()));
            sheet.number(row, 2, step.in());
            sheet.number(row, 3, step.kept());
            sheet.number(row, 4, step.unknown());
            sheet.number(row++, 5, step.pending());
        }
        sheet.line(row++, words.say("output.three-outcomes"));
    }

    private List<String> titles(String... keys) {
        return Arrays.stream(keys).map(key -> words.say(key)).toList();
    }
}
