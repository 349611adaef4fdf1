package cn.mingjian.intake.read;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON file: objects one a line, or an array of objects, alone or as the first such field of an object around it. The
 * columns are the fields of the first {@value #LOOK} objects.
 */
final class JsonSource implements TableSource {

    static final JsonFactory JSON = new JsonFactory();
    private static final int LOOK = 5000;

    private final Path file;
    private final Encoding encoding;
    private final boolean lines;
    private final LinkedHashSet<String> names = new LinkedHashSet<>();
    private @Nullable MeasuredStream measured;

    JsonSource(Path file) throws IOException {
        this.file = file;
        this.encoding = Encoding.of(file);
        this.lines = !isArray();
        look();
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
        return lines ? "json lines" : "json";
    }

    @Override
    public String sha256() throws IOException {
        MeasuredStream read = measured;
        Optional<String> known = read == null ? Optional.empty() : read.digest();
        return known.isPresent() ? known.get() : MeasuredStream.digest(file);
    }

    @Override
    public RowReader open() throws IOException {
        InputStream in = stream();
        MeasuredStream raw = measured;
        JsonCells cells = new JsonCells(names);
        return lines
                ? new JsonLinesReader(in, cells, raw == null ? () -> 0 : raw::bytes)
                : new JsonArrayReader(in, cells, raw == null ? () -> 0 : raw::bytes);
    }

    private InputStream stream() throws IOException {
        MeasuredStream raw = new MeasuredStream(Files.newInputStream(file));
        measured = raw;
        raw.readNBytes(encoding.mark());
        return encoding.charset().equals(StandardCharsets.UTF_8) ? raw : new Utf8Stream(raw, encoding.charset());
    }

    private boolean isArray() throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return false;
        }
        try (InputStream in = stream()) {
            return JsonArrayReader.firstObject(in).isPresent();
        } catch (JacksonException e) {
            return false;
        }
    }

    private void look() throws IOException {
        try (InputStream in = stream()) {
            if (lines) {
                JsonLinesReader.collect(in, LOOK, names);
            } else {
                JsonArrayReader.collect(in, LOOK, names);
            }
        }
        if (names.isEmpty()) {
            throw new UnreadableException("intake.json-no-objects");
        }
    }
}
