package cn.mingjian.intake.read;

import static cn.mingjian.duckdb.SqlText.identifier;
import static cn.mingjian.duckdb.SqlText.path;

import cn.mingjian.duckdb.DuckException;
import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckRow;
import cn.mingjian.duckdb.DuckSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rows of a Parquet file as texts, a page at a time; nothing is spilled. Times of a zone are shown in China's; list
 * items have {@code ;} between them.
 */
final class ParquetReader implements RowReader {

    private static final int PAGE = 20_000;
    private static final long MEMORY = 256L << 20;

    private final DuckSession session;
    private final Path file;
    private final long size;
    private final long total;
    private final List<String> names = new ArrayList<>();
    private final String columns;
    private List<DuckRow> page = List.of();
    private int inPage;
    private long done = -1;

    ParquetReader(ParquetSource source) throws IOException {
        this.file = source.file();
        this.size = source.bytes();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        this.session =
                DuckSession.open(new DuckLimits(MEMORY, 1, temporary, 0), DuckFiles.reading(List.of(file)), List.of());
        try {
            List<DuckRow> described = session.query("DESCRIBE SELECT * FROM read_parquet(" + path(file) + ")");
            this.columns = described.stream()
                    .map(row -> text(String.valueOf(row.value(0)), String.valueOf(row.value(1))))
                    .collect(Collectors.joining(", "));
            described.forEach(row -> names.add(String.valueOf(row.value(0))));
            this.total = session.one("SELECT count(*) AS n FROM read_parquet(" + path(file) + ")")
                    .count("n");
        } catch (DuckException e) {
            session.close();
            throw new UnreadableException("intake.parquet-broken");
        }
    }

    private static String text(String name, String type) {
        String column = identifier(name);
        if (type.endsWith("[]")) {
            return "array_to_string(" + column + ", ';')";
        }
        if (type.equals("TIMESTAMP WITH TIME ZONE")) {
            return "strftime(epoch_ms(epoch_ms(" + column + ") + 8 * 3600000), '%Y-%m-%d %H:%M:%S')";
        }
        return type.startsWith("TIMESTAMP")
                ? "strftime(" + column + "::TIMESTAMP, '%Y-%m-%d %H:%M:%S')"
                : "CAST(" + column + " AS VARCHAR)";
    }

    @Override
    public boolean next(Row row) throws IOException {
        if (done < 0) {
            done = 0;
            row.start(0);
            for (String name : names) {
                if (!row.add(name)) {
                    throw new UnreadableException("intake.too-many-columns", Limits.COLUMNS);
                }
            }
            return true;
        }
        if (inPage == page.size() && !turn()) {
            return false;
        }
        row.start(++done);
        for (Object value : page.get(inPage++).values()) {
            row.add(value == null ? "" : (String) value);
        }
        return true;
    }

    private boolean turn() throws IOException {
        if (done >= total) {
            return false;
        }
        try {
            page = session.query("SELECT " + columns + " FROM read_parquet(" + path(file)
                    + ", file_row_number = true) WHERE file_row_number >= " + done + " AND file_row_number < "
                    + (done + PAGE) + " ORDER BY file_row_number");
            inPage = 0;
            return !page.isEmpty();
        } catch (DuckException e) {
            throw new UnreadableException("intake.parquet-broken");
        }
    }

    @Override
    public long bytesRead() {
        return total == 0 ? size : size * Math.max(0, done) / total;
    }

    @Override
    public void close() {
        session.close();
    }
}
