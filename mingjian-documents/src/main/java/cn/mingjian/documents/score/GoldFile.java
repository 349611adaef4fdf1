package cn.mingjian.documents.score;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A gold file: one line of JSON a document, {@code {"id", "elements": [{"element", "defendant"?, "start", "end",
 * "value"?}]}}; {@code bench/documents/gold/README.md} says what each element is.
 */
public final class GoldFile {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private GoldFile() {}

    /** The entries by document. */
    static Map<String, List<GoldEntry>> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(Place.of(file.toString()), "source.no-file");
        }
        Map<String, List<GoldEntry>> documents = new LinkedHashMap<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    JsonNode document = node(line, new Place(file.toString(), number, 1));
                    List<GoldEntry> entries = new ArrayList<>();
                    document.path("elements").forEach(entry -> entries.add(entry(entry)));
                    documents.put(document.path("id").asText(), entries);
                }
            }
        }
        return documents;
    }

    private static JsonNode node(String line, Place place) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new ProblemException(place, "documents.gold-not-json");
        }
    }

    private static GoldEntry entry(JsonNode node) {
        return new GoldEntry(
                node.path("element").asText(),
                node.path("defendant").asInt(0),
                node.path("start").asInt(),
                node.path("end").asInt(),
                Optional.ofNullable(node.get("value")));
    }
}
