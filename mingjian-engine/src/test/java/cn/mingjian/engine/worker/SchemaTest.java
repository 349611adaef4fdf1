package cn.mingjian.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.model.event.Event;
import cn.mingjian.model.event.Phase;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is what the schemas say, and they refuse what is not. */
class SchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldDescribeOrderAndResult(@TempDir Path home) throws IOException {
        Orders orders = new Orders(home);
        try (RunFolder folder = RunFolder.make(orders.work())) {
            WorkerRun run = Orders.start(folder, orders.order(Orders.CLUES, 900, Orders.LIMITS));
            Path result = run.await(progress -> {}).folder().resolve("result.json");

            assertThat(mistakes("order", Files.readString(folder.order()))).isEmpty();
            assertThat(mistakes("result", Files.readString(result))).isEmpty();
        }
    }

    @Test
    void shouldDescribeEveryEvent() throws IOException {
        List<Event> events = new ArrayList<>(List.of(
                new Event.Started(7),
                new Event.Done("0".repeat(64)),
                Event.Failed.byEngine("worker.wall", 60),
                Event.Failed.byInput(List.of(Problem.error(new Place("model.yaml", 3, 5), "worker.package-changed")))));
        for (Phase phase : Phase.values()) {
            events.add(new Event.Progress(phase, "step", 1, 2));
        }

        for (Event event : events) {
            assertThat(mistakes("event", event.line())).as(event.line()).isEmpty();
            assertThat(Event.parse(event.line())).contains(event);
        }
    }

    @Test
    void shouldRefuseWhatIsNoEvent() throws IOException {
        assertThat(mistakes("event", "{\"type\":\"done\"}")).isNotEmpty();
        assertThat(mistakes("event", "{\"type\":\"done\",\"digest\":\"\"}")).isNotEmpty();
        assertThat(mistakes("event", "{\"type\":\"started\",\"pid\":1,\"name\":\"x\"}"))
                .isNotEmpty();
        assertThat(mistakes("event", "{\"type\":\"progress\",\"phase\":\"lunch\",\"step\":\"\",\"done\":0,\"of\":0}"))
                .isNotEmpty();
        assertThat(Event.parse("# A fatal error has been detected by the Java Runtime Environment:"))
                .isEmpty();
    }

    private static List<String> mistakes(String schema, String json) throws IOException {
        try (InputStream in = SchemaTest.class.getResourceAsStream("/schema/" + schema + ".schema.json")) {
            List<String> mistakes = new ArrayList<>();
            check(JSON.readTree(in), JSON.readTree(json), "$", mistakes);
            return mistakes;
        }
    }

    /** The part of JSON Schema that the schemas use. */
    private static void check(JsonNode schema, JsonNode value, String at, List<String> mistakes) {
        if (schema.has("oneOf")) {
            long fitting = 0;
            for (JsonNode one : schema.path("oneOf")) {
                List<String> own = new ArrayList<>();
                check(one, value, at, own);
                fitting += own.isEmpty() ? 1 : 0;
            }
            expect(fitting == 1, at + " fits " + fitting, mistakes);
        }
        if (schema.has("const")) {
            expect(schema.path("const").equals(value), at + " const", mistakes);
        }
        if (schema.has("enum")) {
            boolean found = false;
            for (JsonNode one : schema.path("enum")) {
                found |= one.equals(value);
            }
            expect(found, at + " enum", mistakes);
        }
        if (schema.has("pattern")) {
            expect(value.asText().matches(schema.path("pattern").asText()), at + " pattern", mistakes);
        }
        switch (schema.path("type").asText()) {
            case "object" -> object(schema, value, at, mistakes);
            case "array" -> {
                expect(value.isArray(), at + " array", mistakes);
                value.forEach(item -> check(schema.path("items"), item, at + "[]", mistakes));
            }
            case "string" -> expect(value.isTextual(), at + " string", mistakes);
            case "integer" -> expect(value.isIntegralNumber(), at + " integer", mistakes);
            case "boolean" -> expect(value.isBoolean(), at + " boolean", mistakes);
            default -> expect(!schema.has("type"), at + " has a type that this test does not know", mistakes);
        }
    }

    private static void object(JsonNode schema, JsonNode value, String at, List<String> mistakes) {
        expect(value.isObject(), at + " object", mistakes);
        schema.path("required").forEach(name -> expect(value.has(name.asText()), at + " lacks " + name, mistakes));
        for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            JsonNode own = schema.path("properties").path(name);
            JsonNode others = schema.path("additionalProperties");
            expect(!own.isMissingNode() || others.isObject(), at + " has " + name, mistakes);
            check(own.isMissingNode() ? others : own, value.path(name), at + "." + name, mistakes);
        }
    }

    private static void expect(boolean holds, String mistake, List<String> mistakes) {
        if (!holds) {
            mistakes.add(mistake);
        }
    }
}
