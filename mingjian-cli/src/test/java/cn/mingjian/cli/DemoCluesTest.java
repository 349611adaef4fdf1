package cn.mingjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every model of the library on the sample: clues have the shape that other systems read, the screen shows nobody. */
class DemoCluesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path LIBRARY = Path.of("..", "library");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path folder;

    private static Path out = Path.of("");
    private static String screen = "";

    @BeforeAll
    static void runEveryModel() {
        out = folder.resolve("demo-output");
        Product.Answer answer = new Product(folder).call("demo", "--out", out);
        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        screen = (answer.out() + answer.err()).replace(folder.toString(), "");
    }

    @Test
    void shouldShowNobodyUnmaskedOnTheScreen() throws IOException {
        List<String> rows = Files.readAllLines(out.resolve("sample/market_entity.csv"));
        int name = List.of(rows.get(0).split(",")).indexOf("legal_rep_name");
        Set<String> representatives =
                rows.stream().skip(1).map(row -> row.split(",", -1)[name]).collect(Collectors.toSet());
        representatives.remove("");

        assertThat(representatives).hasSizeGreaterThan(100).noneMatch(screen::contains);
        assertThat(Pattern.compile("\\d{17}[\\dX]").matcher(screen).results()).isEmpty();
    }

    @Test
    void shouldNameTheRegisterThatEndsTooEarlyToDecideAnExclusion() throws IOException {
        assertThat(Files.readAllLines(out.resolve(Product.MODEL + ".jsonl"))).anySatisfy(line -> assertThat(
                        JSON.readTree(line).path("exclusions_undecided").toString())
                .contains("seen-alive", "待遇领取资格认证", "只知道到2024-09-25", "is known until 2024-09-25"));
    }

    @Test
    void shouldGiveEveryClueTheShapeOfTheSchema() throws IOException {
        List<String> models = names(LIBRARY.resolve("models"));
        Set<String> wrong = new TreeSet<>();
        JsonNode clue = JSON.nullNode();
        JsonSchema schema = schema();
        for (String model : models) {
            List<String> lines = Files.readAllLines(out.resolve(model + ".jsonl"));
            assertThat(lines).as(model).isNotEmpty();
            for (String line : lines) {
                clue = JSON.readTree(line);
                for (ValidationMessage message : schema.validate(clue)) {
                    wrong.add(model + " " + clue.path("code").asText() + ": " + message.getMessage());
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(changed(clue, "key", JSON.createObjectNode().put("id", 1))).isNotEmpty();
        assertThat(changed(clue, "grade", JSON.getNodeFactory().textNode("D"))).isNotEmpty();
        assertThat(schema().validate(((ObjectNode) clue.deepCopy()).without("law_date")))
                .isNotEmpty();
    }

    @Test
    void shouldGiveEverySignalTheShapeOfTheSchema() throws IOException {
        JsonSchema schema = schema("signal");
        List<String> lines = Files.readAllLines(out.resolve("shell-companies.signals.jsonl"));

        assertThat(lines).isNotEmpty();
        for (String line : lines) {
            JsonNode signal = JSON.readTree(line);
            assertThat(schema.validate(signal)).as(line).isEmpty();
            assertThat(signal.path("source_rows")).as(line).isNotEmpty();
            assertThat(schema().validate(signal)).as("a signal is no clue").isNotEmpty();
        }
    }

    /** Prisons, courts and registers of benefits name the same person under two rules: each clue names the other. */
    @Test
    void shouldNameTheOtherCluesOfTheSamePerson() throws IOException {
        Map<String, JsonNode> clues = new HashMap<>();
        for (String line : Files.readAllLines(out.resolve(Product.MODEL + ".jsonl"))) {
            JsonNode clue = JSON.readTree(line);
            clues.put(clue.path("clue_id").asText(), clue);
        }
        int named = 0;
        for (JsonNode clue : clues.values()) {
            for (JsonNode other : clue.path("same_subject").path("clues")) {
                JsonNode back = clues.getOrDefault(other.path("clue_id").asText(), JSON.nullNode());
                assertThat(back.path("subject").path("id"))
                        .isEqualTo(clue.path("subject").path("id"));
                assertThat(back.path("same_subject").path("clues").findValuesAsText("clue_id"))
                        .contains(clue.path("clue_id").asText());
                named++;
            }
        }
        long persons = clues.values().stream()
                .map(clue -> clue.path("subject").path("id").asText())
                .distinct()
                .count();

        assertThat(named).isPositive();
        assertThat(clues.values().stream()
                        .filter(clue -> clue.path("same_subject").path("others").asInt() == 0)
                        .count())
                .isLessThan(persons);
        assertThat(screen).contains("〔同一对象另有 1", "各条金额不能直接相加");
    }

    private static Set<ValidationMessage> changed(JsonNode clue, String name, JsonNode value) throws IOException {
        ObjectNode other = clue.deepCopy();
        other.set(name, value);
        return schema().validate(other);
    }

    private static JsonSchema schema() {
        return schema("clue");
    }

    private static JsonSchema schema(String name) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(LIBRARY.toAbsolutePath()
                        .normalize()
                        .resolve("schemas/" + name + ".schema.json")
                        .toUri());
    }

    private static List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> found = Files.list(folder)) {
            found.forEach(path -> names.add(path.getFileName().toString()));
        }
        return names;
    }
}
