package cn.mingjian.server.document;

import cn.mingjian.documents.source.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which fields of lines of JSON hold a document's text and its id: by their usual names, else the longest text of the first
 * line.
 */
record JsonFields(String text, Optional<String> id) {

    private static final List<String> TEXTS = List.of("text", "content", "fullText", "full_text", "qw", "全文", "正文");
    private static final List<String> IDS = List.of("id", "docId", "doc_id", "案号", "caseNo");
    /** A field that no line has: each line is then noted as without text. */
    private static final JsonFields NONE = new JsonFields("text", Optional.empty());

    static JsonFields of(Path file) throws IOException {
        try {
            JsonNode object = JsonMapper.shared().readTree(firstLine(file));
            Optional<String> id = IDS.stream().filter(object::has).findFirst();
            return TEXTS.stream()
                    .filter(object::has)
                    .findFirst()
                    .or(() -> longest(object))
                    .map(text -> new JsonFields(text, id))
                    .orElse(NONE);
        } catch (JacksonException e) {
            return NONE;
        }
    }

    /** No line beyond the bound of a document is read, however long it is. */
    private static String firstLine(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(Limits.TEXT_BYTES);
        }
        int end = 0;
        while (end < start.length && start[end] != '\n') {
            end++;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(start, 0, end))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(start, 0, end, Charset.forName("GB18030"));
        }
    }

    private static Optional<String> longest(JsonNode object) {
        Optional<String> longest = Optional.empty();
        int most = 0;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            int length =
                    field.getValue().isString() ? field.getValue().asString().length() : 0;
            if (length > most) {
                most = length;
                longest = Optional.of(field.getKey());
            }
        }
        return longest;
    }
}
