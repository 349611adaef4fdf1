package cn.mingjian.model.table;

import cn.mingjian.model.Words;
import cn.mingjian.model.contract.ColumnType;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.table.ReferenceTable.RegionColumn;
import cn.mingjian.model.table.ReferenceTable.Validity;
import cn.mingjian.model.table.ReferenceTable.Years;
import cn.mingjian.model.yaml.YamlFile;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the description of a table, noting every mistake, and then its rows. */
final class TableReader {

    /** Columns that every table has: where a value comes from and how far it was checked. */
    static final String SOURCE = "source";

    static final String MARK = "mark";

    private static final List<String> KEYS =
            List.of("id", "version", "title", "note", "key", "valid", "region", "lower_bound", "years", "columns");
    private static final List<String> COLUMN_KEYS = List.of("type", "scale", "zh", "en", "unit", "codes", "note");
    private static final int MOST_DIGITS = 12;

    private final YamlMap map;
    private final Problems problems;

    private TableReader(YamlMap map) {
        this.map = map;
        this.problems = map.problems();
    }

    static Optional<ReferenceTable> read(Path description, Problems problems) {
        return YamlFile.read(description, description.toString(), problems).flatMap(map -> read(description, map));
    }

    static Optional<ReferenceTable> read(Path description, YamlMap map) {
        Path rows =
                description.resolveSibling(description.getFileName().toString().replaceFirst("\\.yaml$", ".csv"));
        if (!Files.isRegularFile(rows)) {
            map.problems().error(map.place(), "table.no-rows-file", rows.getFileName());
            return Optional.empty();
        }
        return Optional.of(new TableReader(map).table(description, rows));
    }

    private ReferenceTable table(Path description, Path file) {
        map.allow(KEYS);
        Map<String, TableColumn> columns = columns();
        String version = map.requireText("version");
        if (!version.matches("\\d+\\.\\d+\\.\\d+")) {
            problems.error(map.placeOf("version"), "table.version", version);
        }
        List<String> key = map.scalars("key").stream()
                .flatMap(name -> column(name, columns).stream())
                .map(TableColumn::name)
                .toList();
        if (map.scalars("key").isEmpty()) {
            problems.error(map.place(), "yaml.missing-key", "key");
        }
        Optional<Validity> validity = map.map("valid").flatMap(valid -> validity(valid, columns));
        Optional<RegionColumn> region = map.map("region").flatMap(where -> region(where, columns));
        Optional<String> lowerBound =
                map.scalar("lower_bound").flatMap(name -> column(name, columns, ColumnType.BOOLEAN));
        List<TableRow> rows = new RowReader(file, columns, region, problems).rows();
        RowChecks.run(file.toString(), rows, key, validity, problems);
        return new ReferenceTable(
                map.requireText("id"),
                version,
                map.requireMap("title").map(Words::only).orElse(Words.same("")),
                map.map("note").map(Words::only),
                key,
                validity,
                region,
                lowerBound,
                map.map("years").flatMap(this::years),
                columns,
                rows,
                digest(description, file));
    }

    private Map<String, TableColumn> columns() {
        Map<String, TableColumn> columns = new LinkedHashMap<>();
        map.requireMap("columns").ifPresent(all -> all.keys()
                .forEach(name -> all.map(name).ifPresent(column -> columns.put(name, column(name, column)))));
        for (String needed : List.of(SOURCE, MARK)) {
            if (!columns.containsKey(needed)) {
                problems.error(map.placeOf("columns"), "table.needed-column", needed);
            }
        }
        return columns;
    }

    private TableColumn column(String name, YamlMap column) {
        column.allow(COLUMN_KEYS);
        if (!name.matches("[a-z][a-z0-9_]*")) {
            problems.error(column.place(), "table.column-name", name);
        }
        String word = column.requireText("type");
        Optional<ColumnType> known = ColumnType.of(word);
        if (known.isEmpty() && !word.isEmpty()) {
            problems.error(
                    column.placeOf("type"), "table.unknown-type", word, Nearest.advice(word, ColumnType.words()));
        }
        ColumnType type = known.orElse(ColumnType.TEXT);
        Map<String, Words> codes = new LinkedHashMap<>();
        YamlMap listed = column.mapOrEmpty("codes");
        listed.keys().forEach(code -> listed.map(code).ifPresent(words -> codes.put(code, Words.only(words))));
        boolean coded = type == ColumnType.CODE || type == ColumnType.CODES;
        if (coded == codes.isEmpty()) {
            problems.error(column.place(), coded ? "table.codes-missing" : "table.codes-unused", name);
        }
        if (name.equals(MARK)) {
            codes.keySet().stream()
                    .filter(code -> Mark.of(code).isEmpty())
                    .forEach(code -> problems.error(
                            listed.placeOf(code), "table.unknown-mark", code, Nearest.advice(code, Mark.words())));
        }
        return new TableColumn(
                name,
                type,
                scale(type, column),
                Words.of(column),
                column.text("unit").orElse(""),
                codes);
    }

    private int scale(ColumnType type, YamlMap column) {
        Optional<YamlScalar> written = column.scalar("scale");
        if (written.isEmpty()) {
            return type.scale();
        }
        String digits = written.get().text();
        boolean fits = digits.matches("\\d{1,2}") && Integer.parseInt(digits) <= MOST_DIGITS;
        if (type != ColumnType.QUANTITY || !fits) {
            problems.error(written.get().place(), "table.scale", digits, MOST_DIGITS);
            return type.scale();
        }
        return Integer.parseInt(digits);
    }

    private Optional<Validity> validity(YamlMap valid, Map<String, TableColumn> columns) {
        valid.allow(List.of("from", "to"));
        Optional<String> from = valid.requireScalar("from").flatMap(name -> column(name, columns, ColumnType.DATE));
        Optional<String> to = valid.requireScalar("to").flatMap(name -> column(name, columns, ColumnType.DATE));
        return from.isPresent() && to.isPresent() ? Optional.of(new Validity(from.get(), to.get())) : Optional.empty();
    }

    private Optional<RegionColumn> region(YamlMap where, Map<String, TableColumn> columns) {
        where.allow(List.of("column", "nation"));
        String nation = where.requireText("nation");
        return where.requireScalar("column")
                .flatMap(name -> column(name, columns, ColumnType.REGION))
                .map(name -> new RegionColumn(name, nation));
    }

    private Optional<Years> years(YamlMap years) {
        years.allow(List.of("from", "to"));
        Optional<Integer> from = years.requireScalar("from").flatMap(this::year);
        Optional<Integer> to = years.requireScalar("to").flatMap(this::year);
        return from.isPresent() && to.isPresent() ? Optional.of(new Years(from.get(), to.get())) : Optional.empty();
    }

    private Optional<Integer> year(YamlScalar written) {
        if (!written.text().matches("[12]\\d{3}")) {
            problems.error(written.place(), "table.not-a-year", written.text());
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(written.text()));
    }

    private Optional<TableColumn> column(YamlScalar name, Map<String, TableColumn> columns) {
        if (!columns.containsKey(name.text())) {
            problems.error(
                    name.place(), "table.unknown-column", name.text(), Nearest.advice(name.text(), columns.keySet()));
        }
        return Optional.ofNullable(columns.get(name.text()));
    }

    private Optional<String> column(YamlScalar name, Map<String, TableColumn> columns, ColumnType type) {
        Optional<TableColumn> column = column(name, columns);
        column.filter(found -> found.type() != type)
                .ifPresent(found -> problems.error(name.place(), "table.column-type", name.text(), type.word()));
        return column.filter(found -> found.type() == type).map(TableColumn::name);
    }

    private static String digest(Path description, Path rows) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(description));
            digest.update((byte) 0);
            digest.update(Files.readAllBytes(rows));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
