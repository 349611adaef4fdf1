package cn.mingjian.functions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the small tables of the tests; a cell is null when it is empty and not in quotes. */
final class CsvRecords {
    private final String text;
    private int at;

    private CsvRecords(String text) {
        this.text = text;
    }

    static List<List<@Nullable String>> read(String text) {
        CsvRecords reader = new CsvRecords(text);
        List<List<@Nullable String>> records = new ArrayList<>();
        while (reader.at < text.length()) {
            records.add(reader.record());
        }
        return records;
    }

    private List<@Nullable String> record() {
        List<@Nullable String> cells = new ArrayList<>();
        cells.add(cell());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            cells.add(cell());
        }
        at++;
        return Collections.unmodifiableList(cells);
    }

    private @Nullable String cell() {
        if (at < text.length() && text.charAt(at) == '"') {
            return unescaped(quoted());
        }
        int from = at;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
            at++;
        }
        return at == from ? null : unescaped(text.substring(from, at));
    }

    private String quoted() {
        StringBuilder out = new StringBuilder();
        at++;
        while (true) {
            char c = text.charAt(at++);
            if (c == '"') {
                if (at >= text.length() || text.charAt(at) != '"') {
                    return out.toString();
                }
                at++;
            }
            out.append(c);
        }
    }

    private static String unescaped(String cell) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            i++;
            switch (cell.charAt(i)) {
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case 't' -> out.append('\t');
                case '\\' -> out.append('\\');
                case 'u' -> {
                    out.append((char) Integer.parseInt(cell.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> throw new IllegalStateException("Unknown escape in " + cell);
            }
        }
        return out.toString();
    }
}
