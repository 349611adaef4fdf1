package cn.mingjian.running.output;

import cn.mingjian.engine.worker.RunAnswer;
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
    private final Map<String, Integer> firstRows = new HashMap<>();
    private int rows;
    private int leftOut;

    SourceSheet(ReportWords words, Language language) {
        this.words = words;
        this.searches = new SearchWords(words, language);
    }

    /** What rests on rows: a clue or a signal, at a row of its own sheet. */
    private record Entry(String shown, String sheet, int row) {}

    /** Finds out at which row the rows behind a clue or a signal will begin; in the order in which they are written. */
    void plan(String id, List<SourceRow> sources) {
        if (rows + sources.size() > MOST_ROWS) {
            leftOut += sources.size();
        } else if (!sources.isEmpty()) {
            firstRows.put(id, rows + 1);
            rows += sources.size();
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

    void write(PrintedSheet sheet, RunAnswer answer) {
        sheet.list(
                List.of(
                        new Column(words.say("output.number"), 15),
                        new Column(words.say("output.input"), 18),
                        new Column(words.say("output.file"), 30),
                        new Column(words.say("output.sheet"), 14),
                        new Column(words.say("output.row"), 9),
                        new Column(words.say("output.values"), 90)),
                rows);
        int[] written = new int[1];
        answer.eachMasked(clue -> {
            Entry entry = new Entry(ClueWorkbook.number(clue.clueId()), words.say("output.clues"), ++written[0]);
            sources(sheet, clue.clueId(), entry, clue.sourceRows());
        });
        written[0] = 0;
        answer.eachSignal(signal -> {
            String number = words.say("output.signal-name", ++written[0]);
            Entry entry = new Entry(number, words.say("output.signals"), written[0]);
            sources(sheet, signal(written[0] - 1), entry, signal.sourceRows());
        });
    }

    private void sources(PrintedSheet sheet, String id, Entry entry, List<SourceRow> sources) {
        Integer first = firstRows.get(id);
        if (first != null) {
            for (int i = 0; i < sources.size(); i++) {
                source(sheet, first + i, entry, sources.get(i));
                sheet.written(first + i);
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
