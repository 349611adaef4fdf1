package cn.mingjian.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The registers of the sample county as datasets of an office. */
public final class SampleDatasets {

    private static final Pattern COVERAGE =
            Pattern.compile("(?m)^(\\w+): \\{from: \"([^\"]+)\", known_until: \"([^\"]+)\"");

    private SampleDatasets() {}

    /** The versions, as a steward takes them in and a prosecutor sees them. */
    public static List<String> takenIn(Person steward, Person prosecutor) throws IOException, InterruptedException {
        Path county = SampleRuns.county();
        Map<String, Map<String, Object>> coverage = coverage(county);
        List<String> versions = new ArrayList<>();
        for (JsonNode input : prosecutor
                .get("/api/v1/models/" + SampleRuns.MODEL + "/data")
                .json()
                .at("/inputs")) {
            String contract = input.at("/contract").asString();
            Path file = county.resolve(contract + ".csv");
            if (Files.exists(file)) {
                Map<String, Object> about = new HashMap<>(Register.about());
                about.put("authority", Map.of("title", "协议", "number", "1号", "purposes", List.of(SampleRuns.MODEL)));
                String delivery = Register.bring(steward, contract + ".csv", Files.readAllBytes(file));
                Map<String, Object> wish = Register.wishFor(steward, delivery, contract, SampleRuns.MODEL);
                wish.put("about", about);
                wish.put("coverage", coverage.get(contract));
                JsonNode version = Register.ended(
                        steward,
                        steward.post("/api/v1/intake/" + delivery + "/import", wish)
                                .json());
                assertThat(version.at("/version/state").asString())
                        .as(contract + " " + version.at("/problems"))
                        .isEqualTo("READY");
                versions.add(version.at("/version/id").asString());
            }
        }
        return versions;
    }

    private static Map<String, Map<String, Object>> coverage(Path county) throws IOException {
        Map<String, Map<String, Object>> stated = new HashMap<>();
        Matcher found = COVERAGE.matcher(Files.readString(county.resolve("datasets.yaml")));
        while (found.find()) {
            Map<String, Object> one = new HashMap<>(Register.coverage(found.group(3)));
            one.put("from", found.group(2));
            stated.put(found.group(1), one);
        }
        return stated;
    }
}
