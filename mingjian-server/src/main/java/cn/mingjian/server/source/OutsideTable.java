package cn.mingjian.server.source;

import cn.mingjian.server.problem.Refusal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table or view of another system's database, as that database names it; no text of a person becomes part of a statement.
 * Its rows are written as lines of JSON, so that the number of a line is that of the row. Columns of bytes are left out.
 */
record OutsideTable(String schema, String name, boolean view) {

    private static final int FETCHED_AT_ONCE = 2_000;
    private static final int TOLD_EVERY = 1_000;
    private static final int SCALE = 4_000; // digits after the point that no true number has
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Set<Integer> BYTES =
            Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB, Types.STRUCT, Types.REF);

    /** The name of the file that it becomes. */
    String file() {
        return (schema.isEmpty() ? name : schema + "." + name) + ".jsonl";
    }

    /** Writes its rows; tells how many, and refuses a table that is too large or takes too long. */
    void write(Connection connection, SourceSettings.Limits limits, Fetch fetch, Path file)
            throws SQLException, IOException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        List<String> columns = columns(connection);
        String wanted = columns.stream().map(column -> quoted(column, quote)).collect(Collectors.joining(", "));
        String from = (schema.isEmpty() ? "" : quoted(schema, quote) + ".") + quoted(name, quote);
        long end = System.nanoTime() + Duration.ofMinutes(limits.minutes()).toNanos();
        try (Statement statement = connection.createStatement();
                OutputStream out =
                        new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            statement.setQueryTimeout((int) Duration.ofMinutes(limits.minutes()).toSeconds());
            fetch.runs(statement);
            try (ResultSet rows = statement.executeQuery("select " + wanted + " from " + from)) {
                write(rows, columns, limits.rows(), end, fetch, out);
            }
        }
    }

    private static void write(ResultSet rows, List<String> columns, long most, long end, Fetch fetch, OutputStream out)
            throws SQLException, IOException {
        ResultSetMetaData types = rows.getMetaData();
        Map<String, @Nullable String> line = new LinkedHashMap<>();
        long row = 0;
        while (rows.next()) {
            row++;
            if (row > most) {
                throw Refusal.conflict("sources.too-many-rows", most);
            }
            for (int i = 0; i < columns.size(); i++) {
                line.put(columns.get(i), text(rows, i + 1, types));
            }
            out.write(JsonMapper.shared().writeValueAsBytes(line));
            out.write('\n');
            if (row % TOLD_EVERY == 0) {
                fetch.at(row);
                if (System.nanoTime() > end) {
                    throw Refusal.conflict("sources.too-slow");
                }
            }
            fetch.read(row);
        }
        if (row == 0) {
            throw Refusal.conflict("sources.table-empty");
        }
    }

    private List<String> columns(Connection connection) throws SQLException {
        List<String> columns = new ArrayList<>();
        String escape = connection.getMetaData().getSearchStringEscape();
        try (ResultSet found = connection
                .getMetaData()
                .getColumns(
                        connection.getCatalog(),
                        schema.isEmpty() ? null : literally(schema, escape),
                        literally(name, escape),
                        "%")) {
            while (found.next()) {
                if (!BYTES.contains(found.getInt("DATA_TYPE"))) {
                    columns.add(found.getString("COLUMN_NAME"));
                }
            }
        }
        if (columns.isEmpty()) {
            throw Refusal.notThere();
        }
        return columns;
    }

    /** A name that is no pattern. */
    private static String literally(String name, String escape) {
        return name.replace(escape, escape + escape).replace("_", escape + "_").replace("%", escape + "%");
    }

    private static String quoted(String name, String quote) {
        return quote + name.replace(quote, quote + quote) + quote;
    }

    /** Numbers without exponents, times as they were in China, the rest as the database writes it. */
    private static @Nullable String text(ResultSet rows, int column, ResultSetMetaData types) throws SQLException {
        String text = rows.getString(column);
        if (text == null) {
            return null;
        }
        return switch (types.getColumnType(column)) {
            case Types.BIT, Types.BOOLEAN -> String.valueOf(rows.getBoolean(column));
            case Types.NUMERIC, Types.DECIMAL, Types.REAL, Types.FLOAT, Types.DOUBLE -> plain(text);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                zoned(types.getColumnTypeName(column), types.getColumnType(column))
                        ? TIME.format(
                                rows.getObject(column, OffsetDateTime.class).atZoneSameInstant(CHINA))
                        : text;
            default -> text;
        };
    }

    private static boolean zoned(String name, int type) {
        return type == Types.TIMESTAMP_WITH_TIMEZONE || name.equals("timestamptz");
    }

    private static String plain(String number) {
        try {
            BigDecimal exact = new BigDecimal(number);
            return Math.abs(exact.scale()) > SCALE ? number : exact.toPlainString();
        } catch (NumberFormatException e) {
            return number; // not a number, infinity
        }
    }
}
