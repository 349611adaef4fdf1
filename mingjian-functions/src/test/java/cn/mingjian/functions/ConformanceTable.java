package cn.mingjian.functions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a function must answer, row by row, written from the source of the function and not from its code. Every engine
 * runs the same tables.
 *
 * <p>The file is {@code conformance/<engine name without mj_>.csv}: one column for each argument, {@code expected},
 * {@code source}. An empty cell is null, {@code ""} the empty text; backslash n, r, t, u and backslash itself are read as
 * in Java.
 *
 * @param function the function under test, of a registry with {@link #calendar}
 * @param rows the rows of the file
 */
public record ConformanceTable(DomainFunction function, List<Row> rows) {

    /**
     * One row.
     *
     * @param line number of the line in the file, for messages
     * @param arguments one for each parameter
     * @param expected the answer
     * @param source the law, standard or paper, or the reason, that the answer comes from
     */
    public record Row(
            int line,
            List<@Nullable Object> arguments,
            @Nullable Object expected,
            String source) {}

    /** The tables of all functions, in the order of the registry. */
    public static List<ConformanceTable> all() {
        return DomainFunctions.all(calendar()).stream()
                .map(ConformanceTable::read)
                .toList();
    }

    /** The holidays of 2023 and 2024, with which the tables of working days were written. */
    public static HolidayCalendar calendar() {
        Set<LocalDate> holidays = new HashSet<>();
        Set<LocalDate> workingDays = new HashSet<>();
        for (List<@Nullable String> record : body("/conformance-calendar.csv")) {
            LocalDate day = LocalDate.parse(String.valueOf(record.get(0)));
            (("holiday".equals(record.get(1))) ? holidays : workingDays).add(day);
        }
        return new HolidayCalendar(holidays, workingDays, 2023, 2024);
    }

    private static ConformanceTable read(DomainFunction function) {
        String name = function.engineName().substring("mj_".length());
        int width = function.parameters().size();
        List<Row> rows = new ArrayList<>();
        int line = 1;
        for (List<@Nullable String> record : body("/conformance/" + name + ".csv")) {
            line++;
            if (record.size() != width + 2) {
                throw new IllegalStateException(name + ".csv, line " + line + ": " + record.size() + " cells");
            }
            List<@Nullable Object> arguments = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                arguments.add(value(function.parameters().get(i), record.get(i)));
            }
            rows.add(new Row(
                    line,
                    arguments,
                    value(function.result(), record.get(width)),
                    String.valueOf(record.get(width + 1))));
        }
        return new ConformanceTable(function, rows);
    }

    private static List<List<@Nullable String>> body(String resource) {
        try (InputStream in = ConformanceTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("There is no table " + resource);
            }
            List<List<@Nullable String>> records =
                    CsvRecords.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return records.subList(1, records.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Object value(Kind kind, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (kind) {
            case TEXT -> text;
            case INTEGER -> Long.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case DOUBLE -> Double.valueOf(text);
            case DATE, MONTH -> LocalDate.parse(text);
            case TIME -> LocalDateTime.parse(text);
            case BOOLEAN -> truth(text);
            case TEXT_LIST -> List.of(text.split(";", -1));
        };
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalStateException("A truth value is true or false, not " + text);
        };
    }
}
