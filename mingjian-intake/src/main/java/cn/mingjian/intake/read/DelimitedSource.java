package cn.mingjian.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file of delimited text; encoding and delimiter are found by looking. */
final class DelimitedSource implements TableSource {

    private static final char[] DELIMITERS = {',', '\t', ';', '|'};

    private final Path file;
    private final Encoding encoding;
    private final char delimiter;
    private @Nullable MeasuredStream measured;

    DelimitedSource(Path file) throws IOException {
        this.file = file;
        this.encoding = Encoding.of(file);
        this.delimiter = delimiter();
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public Optional<String> sheet() {
        return Optional.empty();
    }

    @Override
    public String format() {
        return "csv (" + encoding.charset().name() + ", " + (delimiter == '\t' ? "tab" : delimiter) + ")";
    }

    @Override
    public boolean positional() {
        return false;
    }

    @Override
    public String sha256() throws IOException {
        MeasuredStream read = measured;
        Optional<String> known = read == null ? Optional.empty() : read.digest();
        return known.isPresent() ? known.get() : MeasuredStream.digest(file);
    }

    @Override
    public RowReader open() throws IOException {
        return open(delimiter);
    }

    private RowReader open(char with) throws IOException {
        MeasuredStream raw = new MeasuredStream(Files.newInputStream(file));
        measured = raw;
        byte[] mark = new byte[encoding.mark()];
        if (raw.readNBytes(mark, 0, mark.length) < mark.length) {
            throw new UnreadableException("intake.empty-file");
        }
        InputStream utf8 =
                encoding.charset().equals(StandardCharsets.UTF_8) ? raw : new Utf8Stream(raw, encoding.charset());
        return new DelimitedReader(utf8, with, raw::bytes);
    }

    /** The delimiter that cuts the first records most evenly into most cells. */
    private char delimiter() throws IOException {
        char best = ',';
        double bestScore = 0;
        for (char candidate : DELIMITERS) {
            double score = evenness(candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private double evenness(char candidate) throws IOException {
        Map<Integer, Integer> widths = new HashMap<>();
        Row row = new Row();
        int rows = 0;
        try (RowReader reader = open(candidate)) {
            while (rows < Limits.PEEK_ROWS && reader.next(row)) {
                if (!row.blank()) {
                    rows++;
                    widths.merge(row.cells(), 1, Integer::sum);
                }
            }
        } catch (UnreadableException e) {
            // Too many columns with this delimiter; another one may cut better.
            return 0;
        }
        double total = rows;
        return widths.entrySet().stream()
                .filter(width -> width.getKey() > 1)
                .mapToDouble(width -> width.getValue() / total * (1 + Math.log(width.getKey())))
                .max()
                .orElse(0);
    }
}
