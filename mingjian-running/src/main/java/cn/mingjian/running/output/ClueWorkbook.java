package cn.mingjian.running.output;

import cn.mingjian.model.clue.Clue;
import cn.mingjian.model.clue.Clue.Other;
import cn.mingjian.model.clue.Measure;
import cn.mingjian.model.clue.SignalRow;
import cn.mingjian.model.problem.Language;
import cn.mingjian.running.output.PrintedSheet.Column;
import cn.mingjian.running.output.PrintedSheet.Margin;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;

/**
 * A run as an Excel workbook that can be filed and printed: clues, the rows behind them, signals, and what was run on what.
 * Shows what the answer of its report shows: masked values, unless it was opened.
 */
public final class ClueWorkbook {

    private static final int SHOWN_DIGITS = 12;

    private final RunReport report;
    private final ReportWords words;
    private final ClueWords ofClue;
    private final Language language;
    private final String mark;
    private final SourceSheet sources;
    private final Survey survey;
    private final Map<String, Integer> rowOfClue = new HashMap<>();

    /** What is known of a run when all its clues were looked at once. */
    record Survey(int clues, int signals, RemarksInCommon remarks, SubjectsInCommon subjects) {}

    /** A workbook that says of nobody that they took it. */
    public ClueWorkbook(RunReport report, Language language) {
        this(report, language, "");
    }

    /** @param mark who takes it and when, for every page; empty for nobody */
    public ClueWorkbook(RunReport report, Language language, String mark) {
        this.mark = mark;
        this.report = report;
        this.words = new ReportWords(report, language);
        this.language = language;
        this.sources = new SourceSheet(words, language);
        this.survey = survey();
        this.ofClue = new ClueWords(words, survey.remarks());
    }

    private Survey survey() {
        RemarksInCommon remarks = new RemarksInCommon();
        SubjectsInCommon subjects = new SubjectsInCommon();
        report.answer().eachMasked(clue -> {
            remarks.add(clue);
            subjects.add(clue);
            rowOfClue.put(clue.clueId(), rowOfClue.size() + 1);
            sources.plan(clue.clueId(), clue.sourceRows());
        });
        remarks.decide();
        int[] signals = new int[1];
        report.answer().eachSignal(signal -> sources.plan(SourceSheet.signal(signals[0]++), signal.sourceRows()));
        return new Survey(rowOfClue.size(), signals[0], remarks, subjects);
    }

    /** Writes the workbook to a stream, which stays open. Of the clues only a few are held at a time. */
    public void write(OutputStream out) throws IOException {
        Workbook book = new Workbook(out, "Mingjian", "1.0");
        PrintedSheet clues = sheet(book, "output.clues");
        clues(clues);
        clues.finish();
        PrintedSheet behind = sheet(book, "output.source-rows");
        sources.write(behind, report.answer());
        behind.finish();
        PrintedSheet signals = sheet(book, "output.signals");
        signals(signals);
        signals.finish();
        new RunSheet(report, words, survey, sources.leftOut(), mark).write(sheet(book, "output.run-sheet"));
        book.finish();
    }

    private PrintedSheet sheet(Workbook book, String title) {
        Margin margin = new Margin(
                words.in(report.pack().title()) + "  " + words.say(title),
                report.pack().id() + "@" + report.pack().version() + "  " + words.say("running.as-of", report.asOf()),
                report.synthetic() ? words.say("output.synthetic") : purpose(),
                words.say("output.page"),
                mark);
        return new PrintedSheet(book.newWorksheet(words.say(title)), margin);
    }

    private String purpose() {
        return report.purpose().isEmpty() ? words.say("output.no-purpose") : report.purpose();
    }

    private void clues(PrintedSheet sheet) {
        sheet.list(
                List.of(
                        new Column(words.say("output.number"), 15),
                        new Column(words.say("output.grade"), 7),
                        new Column(words.say("output.code"), 8),
                        new Column(words.say("output.title"), 42),
                        new Column(words.say("output.place"), 16),
                        new Column(words.say("output.supervised"), 16),
                        new Column(words.say("output.amount"), 14),
                        new Column(words.say("output.grade-reason"), 30),
                        new Column(words.say("output.against"), 34),
                        new Column(words.say("output.same-subject"), 20),
                        new Column(words.say("output.ask"), 26),
                        new Column(words.say("output.to-establish"), 34),
                        new Column(words.say("output.law"), 30),
                        new Column(words.say("output.measures"), 14),
                        new Column(words.say("output.purpose"), 12)),
                survey.clues());
        if (survey.clues() == 0) {
            sheet.line(
                    1, new ResultView(report, language).noClues(report.answer().funnel()));
        }
        int[] row = new int[1];
        report.answer().eachMasked(clue -> {
            clue(sheet, ++row[0], clue);
            sheet.written(row[0]);
        });
    }

    private void clue(PrintedSheet sheet, int row, Clue clue) {
        String number = number(clue.clueId());
        sources.rowOf(clue.clueId())
                .ifPresentOrElse(
                        first -> sheet.link(row, 0, number, words.say("output.source-rows"), first),
                        () -> sheet.text(row, 0, number));
        sheet.text(row, 1, clue.grade());
        sheet.text(row, 2, clue.code());
        sheet.text(row, 3, title(clue));
        sheet.text(row, 4, words.place(clue.place()));
        sheet.text(row, 5, ofClue.supervised(clue));
        if (clue.amount() != null && clue.amount().yuan() != null) {
            sheet.money(row, 6, clue.amount().yuan());
        }
        sheet.text(row, 7, words.in(clue.gradeReason()));
        sheet.text(row, 8, ofClue.against(clue, true));
        others(sheet, row, clue);
        sheet.text(row, 10, words.joined(clue.ask().stream().map(words::in).toList()));
        sheet.text(
                row,
                11,
                words.joined(clue.toEstablish().stream().map(this::establish).toList()));
        sheet.text(row, 12, law(clue));
        sheet.text(
                row,
                13,
                words.listed(clue.measures().stream()
                        .map(code -> Measure.name(code, language))
                        .toList()));
        sheet.text(row, 14, purpose());
    }

    /** The title, and below it how the sum was found. */
    private String title(Clue clue) {
        String title = words.in(clue.title());
        return clue.amount() == null
                ? title
                : title + "\n"
                        + words.say("output.formula", words.in(clue.amount().formula()));
    }

    /** The first other clue about the subject is a link; the rest are named. */
    private void others(PrintedSheet sheet, int row, Clue clue) {
        List<Other> others = clue.sameSubject().clues();
        if (others.isEmpty()) {
            sheet.text(row, 9, "");
            return;
        }
        List<String> named = new ArrayList<>();
        others.forEach(other -> named.add(other.code() + " " + number(other.clueId())));
        int more = clue.sameSubject().others() - others.size();
        if (more > 0) {
            named.add(words.say("output.more", more));
        }
        int first = rowOfClue.getOrDefault(others.get(0).clueId(), row);
        sheet.link(row, 9, String.join("\n", named), words.say("output.clues"), first);
    }

    private String establish(Map<String, String> item) {
        String what = item.getOrDefault(language.code(), item.getOrDefault("zh", ""));
        List<String> how = Stream.of(item.get("from"), item.get("how"))
                .filter(text -> text != null && !text.isEmpty())
                .toList();
        return how.isEmpty() ? what : words.say("output.establish-how", what, String.join(" · ", how));
    }

    private String law(Clue clue) {
        List<String> laws = clue.law().stream()
                .map(law -> ofClue.law(law) + (law.verified() ? "" : words.say("output.unverified")))
                .toList();
        return laws.isEmpty() ? "" : words.joined(laws) + "\n" + words.say("output.law-as-of", clue.lawDate());
    }

    private void signals(PrintedSheet sheet) {
        sheet.list(
                List.of(
                        new Column(words.say("output.signal-number"), 10),
                        new Column(words.say("output.code"), 8),
                        new Column(words.say("output.signal"), 60),
                        new Column(words.say("output.values"), 40),
                        new Column(words.say("output.rows"), 8),
                        new Column(words.say("output.signal-places"), 50)),
                survey.signals());
        if (survey.signals() == 0) {
            sheet.line(1, words.say("output.no-signals"));
        }
        int[] row = new int[1];
        report.answer().eachSignal(signal -> {
            signal(sheet, ++row[0], signal);
            sheet.written(row[0]);
        });
    }

    private void signal(PrintedSheet sheet, int row, SignalRow signal) {
        String number = words.say("output.signal-name", row);
        sources.rowOf(SourceSheet.signal(row - 1))
                .ifPresentOrElse(
                        first -> sheet.link(row, 0, number, words.say("output.source-rows"), first),
                        () -> sheet.text(row, 0, number));
        sheet.text(row, 1, signal.code());
        sheet.text(row, 2, words.in(signal.title()));
        sheet.text(row, 3, words.key(signal.key()));
        sheet.number(row, 4, SourceSheet.rows(signal.sourceRows()));
        sheet.text(row, 5, sources.places(signal.sourceRows()));
    }

    static String number(String clueId) {
        return clueId.substring(0, SHOWN_DIGITS);
    }
}
