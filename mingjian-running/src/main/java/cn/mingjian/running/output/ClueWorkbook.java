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
 * Shows masked values alone.
 */
public final class ClueWorkbook {

    private static final int SHOWN_DIGITS = 12;

    private final RunReport report;
    private final ReportWords words;
    private final ClueWords ofClue;
    private final Language language;
    private final RemarksInCommon common;
    private final Map<String, Integer> rowOfClue = new HashMap<>();

    public ClueWorkbook(RunReport report, Language language) {
        this.report = report;
        this.words = new ReportWords(report, language);
        this.language = language;
        this.common = RemarksInCommon.of(report.answer().masked());
        this.ofClue = new ClueWords(words, common);
    }

    /** Writes the workbook to a stream, which stays open. */
    public void write(OutputStream out) throws IOException {
        List<Clue> clues = report.answer().masked();
        List<SignalRow> signals = report.answer().signals();
        for (int i = 0; i < clues.size(); i++) {
            rowOfClue.put(clues.get(i).clueId(), i + 1);
        }
        SourceSheet sources = new SourceSheet(words, language);
        sources.plan(clues, signals);
        Workbook book = new Workbook(out, "Mingjian", "1.0");
        PrintedSheet clueSheet = sheet(book, "output.clues");
        PrintedSheet sourceSheet = sheet(book, "output.source-rows");
        PrintedSheet signalSheet = sheet(book, "output.signals");
        PrintedSheet runSheet = sheet(book, "output.run-sheet");
        clues(clues, clueSheet, sources);
        sources.write(sourceSheet);
        signals(signals, signalSheet, sources);
        new RunSheet(report, words, common, sources.leftOut()).write(runSheet);
        book.finish();
    }

    private PrintedSheet sheet(Workbook book, String title) {
        Margin margin = new Margin(
                words.in(report.pack().title()) + "  " + words.say(title),
                report.pack().id() + "@" + report.pack().version() + "  " + words.say("running.as-of", report.asOf()),
                report.synthetic() ? words.say("output.synthetic") : purpose(),
                words.say("output.page"));
        return new PrintedSheet(book.newWorksheet(words.say(title)), margin);
    }

    private String purpose() {
        return report.purpose().isEmpty() ? words.say("output.no-purpose") : report.purpose();
    }

    private void clues(List<Clue> clues, PrintedSheet sheet, SourceSheet sources) {
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
                clues.size());
        if (clues.isEmpty()) {
            sheet.line(
                    1, new ResultView(report, language).noClues(report.answer().funnel()));
        }
        int row = 1;
        for (Clue clue : clues) {
            clue(sheet, row++, clue, sources);
        }
    }

    private void clue(PrintedSheet sheet, int row, Clue clue, SourceSheet sources) {
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

    private void signals(List<SignalRow> signals, PrintedSheet sheet, SourceSheet sources) {
        sheet.list(
                List.of(
                        new Column(words.say("output.signal-number"), 10),
                        new Column(words.say("output.code"), 8),
                        new Column(words.say("output.signal"), 60),
                        new Column(words.say("output.values"), 40),
                        new Column(words.say("output.rows"), 8),
                        new Column(words.say("output.signal-places"), 50)),
                signals.size());
        if (signals.isEmpty()) {
            sheet.line(1, words.say("output.no-signals"));
        }
        for (int i = 0; i < signals.size(); i++) {
            SignalRow signal = signals.get(i);
            int row = i + 1;
            String number = words.say("output.signal-name", row);
            sources.rowOf(SourceSheet.signal(i))
                    .ifPresentOrElse(
                            first -> sheet.link(row, 0, number, words.say("output.source-rows"), first),
                            () -> sheet.text(row, 0, number));
            sheet.text(row, 1, signal.code());
            sheet.text(row, 2, words.in(signal.title()));
            sheet.text(row, 3, words.key(signal.key()));
            sheet.number(row, 4, SourceSheet.rows(signal.sourceRows()));
            sheet.text(row, 5, sources.places(signal.sourceRows()));
        }
    }

    static String number(String clueId) {
        return clueId.substring(0, SHOWN_DIGITS);
    }
}
