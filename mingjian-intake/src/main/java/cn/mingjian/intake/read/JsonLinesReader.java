package cn.mingjian.intake.read;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.LongSupplier;

/** JSON objects, one a line, numbered by their line; a line that is no object is broken, the others are read. */
final class JsonLinesReader implements RowReader {

    private static final byte[] NOTHING = {};

    private final DelimitedReader lines;
    private final Row line = new Row();
    private final JsonCells cells;
    private boolean named;

    JsonLinesReader(InputStream in, JsonCells cells, LongSupplier bytesRead) {
        this.lines = DelimitedReader.lines(in, bytesRead);
        this.cells = cells;
    }

    @Override
    public boolean next(Row row) throws IOException {
        if (!named) {
            named = true;
            row.start(0);
            cells.names().forEach(row::add);
            return true;
        }
        while (lines.next(line)) {
            if (line.blank()) {
                continue;
            }
            row.start(line.number());
            if (line.fault() != Row.Fault.NONE) {
                row.fault(line.fault());
                return true;
            }
            try (JsonParser parser =
                    JsonSource.JSON.createParser(line.bytes(), line.from(0), line.to(0) - line.from(0))) {
                if (parser.nextToken() == JsonToken.START_OBJECT) {
                    cells.read(parser).forEach(row::add);
                    if (parser.nextToken() == null) {
                        return true;
                    }
                }
            } catch (JacksonException e) {
                row.start(NOTHING, line.number());
            }
            row.fault(Row.Fault.JSON);
            return true;
        }
        return false;
    }

    /** Notes the fields of the first objects. */
    static void collect(InputStream in, int most, Set<String> names) throws IOException {
        Row line = new Row();
        DelimitedReader lines = DelimitedReader.lines(in, () -> 0);
        for (int i = 0; i < most && lines.next(line); i++) {
            collect(line, names);
        }
    }

    /** A line that is no object names nothing; the reader finds it broken. */
    private static void collect(Row line, Set<String> names) throws IOException {
        try (JsonParser parser = JsonSource.JSON.createParser(line.bytes(), line.from(0), line.to(0) - line.from(0))) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                JsonCells.collect(parser, "", names);
            }
        } catch (JacksonException e) {
            line.fault(Row.Fault.JSON);
        }
    }

    @Override
    public long bytesRead() {
        return lines.bytesRead();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
