package cn.mingjian.intake.form;

import cn.mingjian.functions.DateText;
import cn.mingjian.functions.Width;
import cn.mingjian.intake.read.Peek;
import cn.mingjian.intake.read.TableSource;
import cn.mingjian.intake.read.UnreadableException;
import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * What a filled form says beside its tables.
 *
 * @param number the form number that {@link FormWriter} put in
 * @param coverage stated coverage by the title of the table; a table without any statement is not in it
 */
public record FilledForm(String number, Map<String, Coverage> coverage) {

    /** Reads a workbook; empty when it is no form. */
    public static Optional<FilledForm> read(Path file, List<TableSource> sheets, String label, Problems problems)
            throws IOException {
        Optional<String> number = number(file);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Coverage> coverage = new LinkedHashMap<>();
        for (TableSource sheet : sheets) {
            if (isCoverage(sheet)) {
                coverage.putAll(new CoverageSheet(label, problems).read(Peek.first(sheet)));
            }
        }
        return Optional.of(new FilledForm(number.get(), coverage));
    }

    /** Whether a sheet is the one that asks what the tables cover. */
    public static boolean isCoverage(TableSource source) {
        return source.sheet()
                .filter(name -> Arrays.stream(Language.values())
                        .anyMatch(language -> name.equals(Messages.text(language, "intake.form.coverage-sheet"))))
                .isPresent();
    }

    private static Optional<String> number(Path file) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            Optional<Sheet> sheet = workbook.findSheet(FormWriter.NUMBER_SHEET);
            if (sheet.isEmpty()) {
                return Optional.empty();
            }
            try (var rows = sheet.get().openStream()) {
                return rows.findFirst().map((Row row) -> row.getCellText(0)).filter(text -> !text.isBlank());
            }
        } catch (RuntimeException e) {
            // The library answers damage with many kinds of exceptions.
            throw new UnreadableException("intake.workbook-broken");
        }
    }

    /** Reads the statements on coverage. */
    private record CoverageSheet(String label, Problems problems) {

        Map<String, Coverage> read(List<Peek> rows) {
            Map<String, Coverage> stated = new LinkedHashMap<>();
            for (Peek row : rows) {
                String table = cell(row, FormCoverage.TABLE);
                boolean anything = row.cells().stream().skip(1).anyMatch(text -> !text.isBlank());
                if (row.number() > 2 && !table.isEmpty() && anything) {
                    stated.put(table, coverage(row));
                }
            }
            return stated;
        }

        private Coverage coverage(Peek row) {
            String complete = cell(row, FormCoverage.COMPLETE);
            boolean whole = complete.isEmpty()
                    || Arrays.stream(Language.values())
                            .anyMatch(
                                    language -> complete.equalsIgnoreCase(Messages.text(language, "intake.form.yes")));
            String by = cell(row, FormCoverage.BY);
            @Nullable String statedBy = by.isEmpty() ? null : by;
            if (!whole) {
                problems.warning(Place.of(label), "intake.coverage-incomplete");
                return Coverage.incomplete(statedBy);
            }
            return new Coverage(date(row, FormCoverage.FROM), date(row, FormCoverage.UNTIL), regions(row), statedBy);
        }

        private List<String> regions(Peek row) {
            List<String> regions = new ArrayList<>();
            for (String part : cell(row, FormCoverage.REGIONS)
                    .replaceAll("[;；、,，\\s]+", " ")
                    .split(" ", -1)) {
                if (part.matches("\\d{6}")) {
                    regions.add(part);
                } else if (!part.isEmpty()) {
                    problems.error(Place.of(label), "intake.coverage-region", part);
                }
            }
            return regions;
        }

        private @Nullable LocalDate date(Peek row, int column) {
            String text = cell(row, column);
            Optional<LocalDate> date = DateText.parse(text);
            if (date.isEmpty() && !text.isEmpty()) {
                problems.error(Place.of(label), "intake.coverage-date", text);
            }
            return date.orElse(null);
        }

        private static String cell(Peek row, int column) {
            return column < row.cells().size() ? Width.trim(row.cells().get(column)) : "";
        }
    }
}
