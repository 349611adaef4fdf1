package cn.mingjian.model.table;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits the text of a CSV file of the library (comma, double quotes, UTF-8) into records with the place of every cell.
 * The intake of delivered files is a matter of its own.
 */
final class CsvRecords {

    /** A cell and where it begins. */
    record Cell(String text, Place place) {}

    private final String file;
    private final String text;
    private final Problems problems;
    private int at;
    private int line = 1;
    private int column = 1;

    CsvRecords(String file, String text, Problems problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
    }

    /** The records, header first, without empty lines. */
    List<List<Cell>> records() {
        List<List<Cell>> records = new ArrayList<>();
        while (at < text.length()) {
            List<Cell> cells = record();
            if (cells.size() > 1 || !cells.get(0).text().isEmpty()) {
                records.add(cells);
            }
        }
        return records;
    }

    private List<Cell> record() {
        List<Cell> cells = new ArrayList<>();
        do {
            Place place = new Place(file, line, column);
            boolean quoted = at < text.length() && text.charAt(at) == '"';
            cells.add(new Cell(quoted ? quoted(place) : plain(), place));
        } while (skip(','));
        skip('\r');
        if (at < text.length() && !skip('\n')) {
            problems.error(new Place(file, line, column), "table.after-quote");
            while (at < text.length() && !skip('\n')) {
                step();
            }
        }
        return cells;
    }

    private String plain() {
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            step();
        }
        return text.substring(start, at);
    }

    private String quoted(Place place) {
        StringBuilder cell = new StringBuilder();
        step();
        while (at < text.length()) {
            if (text.charAt(at) == '"') {
                step();
                if (at == text.length() || text.charAt(at) != '"') {
                    return cell.toString();
                }
            }
            cell.append(text.charAt(at));
            step();
        }
        problems.error(place, "table.open-quote");
        return cell.toString();
    }

    private boolean skip(char expected) {
        boolean found = at < text.length() && text.charAt(at) == expected;
        if (found) {
            step();
        }
        return found;
    }

    private void step() {
        char passed = text.charAt(at++);
        if (passed == '\n') {
            line++;
            column = 1;
        } else if (!Character.isLowSurrogate(passed)) {
            column++;
        }
    }
}
