package cn.mingjian.model.table;

import cn.mingjian.model.contract.ColumnType;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.table.CsvRecords.Cell;
import cn.mingjian.model.table.ReferenceTable.RegionColumn;
import cn.mingjian.model.yaml.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rows of a table with the types of its columns, noting every mistake with its line and column. */
final class RowReader {

    private static final long MAX_BYTES = 8 << 20;

    private final Path file;
    private final Map<String, TableColumn> columns;
    private final Optional<RegionColumn> region;
    private final Problems problems;

    RowReader(Path file, Map<String, TableColumn> columns, Optional<RegionColumn> region, Problems problems) {
        this.file = file;
        this.columns = columns;
        this.region = region;
        this.problems = problems;
    }

    /** The rows that could be read whole. */
    List<TableRow> rows() {
        List<List<Cell>> records = new CsvRecords(file.toString(), text(), problems).records();
        if (records.isEmpty()) {
            problems.error(Place.of(file.toString()), "table.empty");
            return List.of();
        }
        List<String> header = header(records.get(0));
        List<TableRow> rows = new ArrayList<>();
        for (List<Cell> record : records.subList(1, records.size())) {
            if (record.size() != header.size()) {
                problems.error(record.get(0).place(), "table.ragged", record.size(), header.size());
            } else {
                row(header, record).ifPresent(rows::add);
            }
        }
        return List.copyOf(rows);
    }

    private String text() {
        try {
            if (YamlFile.leadsOutside(file)) {
                problems.error(Place.of(file.toString()), "yaml.link");
                return "";
            }
            if (Files.size(file) > MAX_BYTES) {
                problems.error(Place.of(file.toString()), "table.too-large", MAX_BYTES);
                return "";
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            problems.error(Place.of(file.toString()), "yaml.not-utf8");
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> header(List<Cell> cells) {
        List<String> names = new ArrayList<>();
        for (Cell cell : cells) {
            if (!columns.containsKey(cell.text())) {
                problems.error(
                        cell.place(),
                        "table.unknown-column",
                        cell.text(),
                        Nearest.advice(cell.text(), columns.keySet()));
            } else if (names.contains(cell.text())) {
                problems.error(cell.place(), "table.column-twice", cell.text());
            }
            names.add(cell.text());
        }
        columns.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.error(cells.get(0).place(), "table.column-missing", name));
        return names;
    }

    private Optional<TableRow> row(List<String> header, List<Cell> cells) {
        Map<String, Object> values = new LinkedHashMap<>();
        boolean whole = true;
        for (int i = 0; i < header.size(); i++) {
            TableColumn column = columns.get(header.get(i));
            Cell cell = cells.get(i);
            if (column != null && !cell.text().isEmpty()) {
                Optional<Object> value = CellValue.of(column, cell.text());
                whole &= value.isPresent();
                if (value.isEmpty()) {
                    refuse(column, cell);
                }
                value.ifPresent(found -> values.put(column.name(), found));
            }
        }
        Place place = cells.get(0).place();
        whole &= checkRegion(values, place);
        Optional<Mark> mark =
                Optional.ofNullable(values.get(TableReader.MARK)).flatMap(word -> Mark.of(word.toString()));
        Optional<String> source =
                Optional.ofNullable(values.get(TableReader.SOURCE)).map(Object::toString);
        if (whole && (mark.isEmpty() || source.isEmpty())) {
            problems.error(place, "table.no-source");
        }
        return whole && mark.isPresent() && source.isPresent()
                ? Optional.of(new TableRow(place.line(), values, source.get(), mark.get()))
                : Optional.empty();
    }

    private boolean checkRegion(Map<String, Object> values, Place place) {
        boolean given = region.isEmpty() || values.containsKey(region.get().column());
        if (!given) {
            problems.error(
                    place,
                    "table.no-region",
                    region.get().column(),
                    region.get().nation());
        }
        return given;
    }

    private void refuse(TableColumn column, Cell cell) {
        if (column.type() == ColumnType.CODE || column.type() == ColumnType.CODES) {
            problems.error(
                    cell.place(),
                    "table.unknown-code",
                    cell.text(),
                    column.name(),
                    Nearest.advice(cell.text(), column.codes().keySet()));
        } else {
            problems.error(
                    cell.place(),
                    "table.not-of-type",
                    cell.text(),
                    column.name(),
                    column.type().word(),
                    column.scale());
        }
    }
}
