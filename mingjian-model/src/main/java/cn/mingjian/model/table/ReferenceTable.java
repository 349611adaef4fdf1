package cn.mingjian.model.table;

import cn.mingjian.model.Words;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.model.problem.Problems;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A reference table (参照表): {@code library/tables/<id>.yaml} says what the columns mean, {@code <id>.csv} beside it holds
 * the rows.
 *
 * @param version major.minor.patch
 * @param key columns that, with the days for which a row holds, identify it; an empty cell is a value like others
 * @param validity the columns that say from when to when a row holds, both days included; empty where rows always hold
 * @param region where rows hold; empty where they hold everywhere
 * @param lowerBound the column that marks a row which stands in for a missing local value
 * @param years the years that are loaded, for tables of days such as holidays
 * @param columns by name, in the order of the description
 * @param digest SHA-256 of description and rows, as hexadecimal digits
 */
public record ReferenceTable(
        String id,
        String version,
        Words title,
        Optional<Words> note,
        List<String> key,
        Optional<Validity> validity,
        Optional<RegionColumn> region,
        Optional<String> lowerBound,
        Optional<Years> years,
        Map<String, TableColumn> columns,
        List<TableRow> rows,
        String digest) {

    /** The date columns of a row's first and last day; an empty cell is no bound. */
    public record Validity(String from, String to) {

        boolean holds(TableRow row, LocalDate day) {
            return row.date(from).filter(day::isBefore).isEmpty()
                    && row.date(to).filter(day::isAfter).isEmpty();
        }
    }

    /** The column of a row's region and the code that means the whole nation. */
    public record RegionColumn(String column, String nation) {}

    /** The first and the last year that are loaded. */
    public record Years(int from, int to) {}

    /**
     * Reads a table.
     *
     * @param description the YAML file; the rows lie beside it
     * @throws ProblemException when description or rows have mistakes
     */
    public static ReferenceTable load(Path description) {
        Problems problems = new Problems();
        Optional<ReferenceTable> table = load(description, problems);
        problems.throwIfErrors();
        return table.orElseThrow();
    }

    /** Reads a table as far as it can be read; every mistake is noted. Empty when nothing is left of it. */
    public static Optional<ReferenceTable> load(Path description, Problems problems) {
        return TableReader.read(description, problems);
    }

    /** The rows that hold on a day. */
    public List<TableRow> rowsOn(LocalDate day) {
        return rows.stream()
                .filter(row -> validity.map(bounds -> bounds.holds(row, day)).orElse(true))
                .toList();
    }
}
