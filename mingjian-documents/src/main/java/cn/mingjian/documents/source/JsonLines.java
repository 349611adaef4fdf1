package cn.mingjian.documents.source;

import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Documents as lines of JSON, an object a line; the text stands in one field, the id in another. */
final class JsonLines implements DocumentSource {

    private static final int BLOCK = 1 << 16;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Limits.TEXT_BYTES)
                            .maxNestingDepth(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path file;
    private final String textField;
    private final Optional<String> idField;
    private final InputStream in;
    private final long bytes;
    private final byte[] block = new byte[BLOCK];
    private int blockAt;
    private int blockEnd;
    private byte[] line = new byte[BLOCK];
    private int length;
    private int number;
    private long bytesRead;

    JsonLines(Path file, String textField, Optional<String> idField) throws IOException {
        this.file = file;
        this.textField = textField;
        this.idField = idField;
        this.bytes = Files.size(file);
        this.in = Files.newInputStream(file);
    }

    @Override
    public Optional<Delivered> next() throws IOException {
        while (readLine()) {
            if (length > Limits.TEXT_BYTES) {
                return Optional.of(unreadable("source.line-too-long", Limits.TEXT_BYTES));
            }
            Optional<String> decoded = TextDecoding.decode(line, length);
            if (decoded.isEmpty()) {
                return Optional.of(unreadable("source.unknown-encoding"));
            }
            if (!decoded.get().isBlank()) {
                return Optional.of(document(decoded.get()));
            }
        }
        return Optional.empty();
    }

    private Delivered document(String json) {
        JsonNode object;
        try {
            object = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            return unreadable("source.not-json");
        }
        if (!object.isObject()) {
            return unreadable("source.not-json");
        }
        JsonNode text = object.get(textField);
        if (text == null) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            return unreadable("source.no-text-field", textField, Nearest.advice(textField, names));
        }
        if (!text.isTextual()) {
            return unreadable("source.not-a-text", textField);
        }
        String id = idField.map(object::get)
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
                .orElse(String.valueOf(number));
        return text.asText().length() > Limits.CHARACTERS
                ? Delivered.unreadable(id, problem("source.too-long", Limits.CHARACTERS))
                : Delivered.read(id, text.asText());
    }

    private Delivered unreadable(String code, Object... arguments) {
        return Delivered.unreadable(String.valueOf(number), problem(code, arguments));
    }

    private Problem problem(String code, Object... arguments) {
        return Problem.warning(new Place(file.toString(), number, 1), code, arguments);
    }

    /** Reads a line; of one beyond the bound the rest is passed over. */
    private boolean readLine() throws IOException {
        length = 0;
        number++;
        if (blockAt == blockEnd && !readBlock()) {
            return false;
        }
        boolean ended = false;
        while (!ended && (blockAt < blockEnd || readBlock())) {
            int end = blockAt;
            while (end < blockEnd && block[end] != '\n') {
                end++;
            }
            keep(end - blockAt);
            ended = end < blockEnd;
            bytesRead += end - blockAt + (ended ? 1 : 0);
            blockAt = ended ? end + 1 : end;
        }
        return true;
    }

    private boolean readBlock() throws IOException {
        blockAt = 0;
        blockEnd = Math.max(0, in.read(block));
        return blockEnd > 0;
    }

    /** Adds bytes of the block to the line, up to one more than the bound. */
    private void keep(int count) {
        int kept = Math.min(count, Limits.TEXT_BYTES + 1 - length);
        if (length + kept > line.length) {
            line = Arrays.copyOf(line, Math.max(length + kept, 2 * line.length));
        }
        System.arraycopy(block, blockAt, line, length, kept);
        length += kept;
    }

    @Override
    public long bytesRead() {
        return bytesRead;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
