package cn.mingjian.intake.read;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** The objects of a JSON array, numbered by their index from 1. */
final class JsonArrayReader implements RowReader {

    private final InputStream in;
    private final JsonParser parser;
    private final JsonCells cells;
    private final LongSupplier bytesRead;
    private long number;

    JsonArrayReader(InputStream in, JsonCells cells, LongSupplier bytesRead) throws IOException {
        this.in = in;
        this.parser = firstObject(in).orElseThrow(() -> new UnreadableException("intake.json-no-objects"));
        this.cells = cells;
        this.bytesRead = bytesRead;
    }

    @Override
    public boolean next(Row row) throws IOException {
        if (number == 0) {
            row.start(0);
            number = 1;
            return add(row, cells.names());
        }
        try {
            JsonToken token = parser.currentToken();
            while (token != null && token != JsonToken.START_OBJECT && token != JsonToken.END_ARRAY) {
                if (token == JsonToken.START_ARRAY) {
                    parser.skipChildren();
                    number++;
                } else if (token.isScalarValue()) {
                    number++;
                }
                token = parser.nextToken();
            }
            if (token != JsonToken.START_OBJECT) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
                return false;
            }
            row.start(number++);
            add(row, cells.read(parser));
            parser.nextToken();
            return true;
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    private static boolean add(Row row, Iterable<String> texts) {
        for (String text : texts) {
            row.add(text);
        }
        return true;
    }

    /** The parser on the start of the first object of the first array of objects that is not inside another array. */
    static Optional<JsonParser> firstObject(InputStream in) throws IOException {
        JsonParser parser = JsonSource.JSON.createParser(in);
        int depth = 0;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                depth++;
            } else if (token == JsonToken.END_OBJECT) {
                depth--;
            } else if (token == JsonToken.START_ARRAY && startsWithObject(parser)) {
                return Optional.of(parser);
            }
            if (depth == 0) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether the array starts with an object, on which the parser then stands; else it goes to the array's end. */
    private static boolean startsWithObject(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_OBJECT) {
            return true;
        }
        for (JsonToken token = first; token != null && token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token.isStructStart()) {
                parser.skipChildren();
            }
        }
        return false;
    }

    /** Notes the fields of the first objects. */
    static void collect(InputStream in, int most, Set<String> names) throws IOException {
        try {
            JsonParser parser = firstObject(in).orElseThrow(() -> new UnreadableException("intake.json-no-objects"));
            JsonToken token = parser.currentToken();
            for (int i = 0; i < most && token != null && token != JsonToken.END_ARRAY; i++) {
                if (token == JsonToken.START_OBJECT) {
                    JsonCells.collect(parser, "", names);
                } else if (token.isStructStart()) {
                    parser.skipChildren();
                }
                token = parser.nextToken();
            }
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    static UnreadableException broken(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return new UnreadableException("intake.json-too-deep");
        }
        return e.getLocation() == null
                ? new UnreadableException("intake.json-broken", 0, 0)
                : new UnreadableException(
                        "intake.json-broken",
                        e.getLocation().getLineNr(),
                        e.getLocation().getColumnNr());
    }

    @Override
    public long bytesRead() {
        return bytesRead.getAsLong();
    }

    @Override
    public void close() throws IOException {
        parser.close();
        in.close();
    }
}
