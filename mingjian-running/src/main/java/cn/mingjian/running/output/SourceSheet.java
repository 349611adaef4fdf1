package cn.mingjian.running.output;

import cn.mingjian.model.clue.Clue;
import cn.mingjian.model.clue.SignalRow;
import cn.mingjian.model.clue.SourceRow;
import cn.mingjian.model.problem.Language;
import cn.mingjian.running.output.PrintedSheet.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sheet of the rows behind clues and signals, each with a link back to what rests on it. */
final class SourceSheet {

    private static final int MOST_ROWS = 100_000;
    private static final int MOST_PLACES = 20;

    private final ReportWords words;
    private final SearchWords searches;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Integer> firstRows = new HashMap<>();
    private int rows;
    private int leftOut;

    SourceSheet(ReportWords words, Language language) {
        this.words = words;
        this.searches = new SearchWords(words, language);
    }

    /** What rests on rows: a clue or a signal, at a row of its own sheet. */
    private record Entry(String shown, String sheet, int row, List<SourceRow> sources) {}

    /** Finds out at which row the rows behind each clue and signal will begin. */
    void plan(List<Clue> clues, List<SignalRow> signals) {
        for (int i = 0; i < clues.size(); i++) {
            Clue clue = clues.get(i);
            String number = ClueWorkbook.number(clue.clueId());
            add(clue.clueId(), new Entry(number, words.say("output.clues"), i + 1, clue.sourceRows()));
        }
        for (int i = 0; i < signals.size(); i++) {
            String number = words.say("output.signal-name", i + 1);
            add(
                    signal(i),
                    new Entry(
                            number,
                            words.say("output.signals"),
                            i + 1,
                            signals.get(i).sourceRows()));
        }
    }

    private void add(String id, Entry entry) {
        if (rows + entry.sources().size() > MOST_ROWS) {
            leftOut += entry.sources().size();
        } else if (!entry.sources().isEmpty()) {
            firstRows.put(id, rows + 1);
            rows += entry.sources().size();
            entries.add(entry);
        }
    }

    /** What the signal of an index is called among the clues. */
    static String signal(int index) {
        return "signal " + index;
    }

    /** The row of the sheet at which the rows behind a clue or signal begin, if there are any. */
    Optional<Integer> rowOf(String id) {
        return Optional.ofNullable(firstRows.get(id));
    }

    /** How many rows the sheet has no place for. */
    int leftOut() {
        return leftOut;
    }

    void write(PrintedSheet sheet) {
        sheet.list(
                List.of(
                        new Column(words.say("output.number"), 15),
                        new Column(words.say("output.input"), 18),
                        new Column(words.say("output.file"), 30),
                        new Column(words.say("output.sheet"), 14),
                        new Column(words.say("output.row"), 9),
                        new Column(words.say("output.values"), 90)),
                rows);
        int row = 1;
        for (Entry entry : entries) {
            for (SourceRow source : entry.sources()) {
                source(sheet, row++, entry, source);
            }
        }
    }

    private void source(PrintedSheet sheet, int row, Entry entry, SourceRow source) {
        sheet.link(row, 0, entry.shown(), entry.sheet(), entry.row());
        sheet.text(row, 1, words.input(source.input()));
        if (source.source() != null) {
            sheet.text(row, 2, source.source().file());
            sheet.text(row, 3, source.source().sheet());
            sheet.number(row, 4, source.source().row());
        }
        sheet.text(row, 5, source.absent() ? searches.of(source) : words.values(source.input(), source.row()));
    }

    /** How many rows there are in all behind a signal, shown or not. */
    static long rows(List<SourceRow> sources) {
        return sources.stream()
                .collect(Collectors.toMap(SourceRow::input, SourceRow::count, Math::max))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Files and rows in short: the first rows of each file. */
    String places(List<SourceRow> sources) {
        Map<String, List<String>> byFile = new LinkedHashMap<>();
        for (SourceRow source : sources) {
            SourceRow.Origin origin = source.source();
            if (origin != null) {
                String file = origin.sheet() == null ? origin.file() : origin.file() + " " + origin.sheet();
                byFile.computeIfAbsent(file, any -> new ArrayList<>()).add(String.valueOf(origin.row()));
            }
        }
        return words.joined(byFile.entrySet().stream()
                .map(file -> words.say("output.rows-of-file", file.getKey(), some(file.getValue())))
                .toList());
    }

    private String some(List<String> numbers) {
        String first = words.listed(numbers.stream().limit(MOST_PLACES).toList());
        return numbers.size() > MOST_PLACES ? first + "…" : first;
    }
}
