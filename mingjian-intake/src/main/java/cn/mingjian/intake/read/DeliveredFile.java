package cn.mingjian.intake.read;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Opens a delivered file by what its first bytes say it is; the name decides only between text formats. */
public final class DeliveredFile {

    private static final Set<String> TEXT = Set.of("csv", "txt", "tsv", "tab", "psv", "dat");
    private static final Set<String> JSON = Set.of("json", "jsonl", "ndjson");
    private static final Set<String> BINARY = Set.of("xlsx", "xlsm", "xls", "et", "parquet");

    private DeliveredFile() {}

    /** Whether a file of this name may hold a table. */
    public static boolean mayHoldTable(Path file) {
        String extension = extension(file);
        return TEXT.contains(extension) || JSON.contains(extension) || BINARY.contains(extension);
    }

    /**
     * The tables of a file: the visible sheets of a workbook, else one.
     *
     * @throws UnreadableException when the file is empty, locked by a password, damaged or of no known format
     */
    public static List<TableSource> open(Path file) throws IOException {
        byte[] start = start(file);
        if (start.length == 0) {
            throw new UnreadableException("intake.empty-file");
        }
        if (starts(start, "PK\u0003\u0004") || starts(start, "PK\u0005\u0006")) {
            return XlsxSource.open(file);
        }
        if (starts(start, "\u00D0\u00CF\u0011\u00E0")) {
            return XlsSource.open(file);
        }
        if (starts(start, "PAR1")) {
            return List.of(new ParquetSource(file));
        }
        String text = new String(start, StandardCharsets.UTF_8).stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("<html") || text.startsWith("<!doctype") || text.startsWith("<?xml")) {
            throw new UnreadableException("intake.markup");
        }
        if (BINARY.contains(extension(file))) {
            throw new UnreadableException("intake.not-what-it-says", extension(file));
        }
        return List.of(JSON.contains(extension(file)) ? new JsonSource(file) : new DelimitedSource(file));
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(64);
        } catch (FileNotFoundException e) {
            throw new UnreadableException("intake.no-file");
        }
    }

    private static boolean starts(byte[] bytes, String magic) {
        byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < expected.length; i++) {
            if (i >= bytes.length || bytes[i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
