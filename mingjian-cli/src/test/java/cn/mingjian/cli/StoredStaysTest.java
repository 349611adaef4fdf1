package cn.mingjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.functions.IdNumber;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.dataset.Manifest;
import cn.mingjian.model.library.Library;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an import for a model keeps is enough to clear the innocent: the parents of a child in a hotel are stored beside it,
 * and the family gives no clue. Where a register ends too early, its silence clears and accuses nobody.
 */
class StoredStaysTest {

    private static final String HOTELS = "minors-in-esports-hotels";
    private static final String CORRECTION = "community-correction-revocation";
    private static final String CHILD = id("11010120080301003");
    private static final String MOTHER = id("11010119840202004");
    private static final String GRANDMOTHER = id("11010119600202006");
    private static final String PAROLEE = id("11010119880504001");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Library LIBRARY = Library.open(Path.of("../library"));

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path delivery;

    @BeforeEach
    void begin() throws IOException {
        delivery = Files.createDirectories(folder.resolve("in"));
    }

    @Test
    void shouldGiveNoClueOfAFamilyTripOnWhatWasStored() throws IOException {
        family(true);

        assertThat(run(HOTELS).clues()).isEmpty();

        Path stored = folder.resolve("stored");
        new Product(folder).call("import", delivery, "--model", HOTELS, "--out", stored);
        Manifest stays = DatasetVersion.read(stored.resolve("check_in")).manifest();
        assertThat(stays.rows()).isEqualTo(6);
        assertThat(stays.outOfScope() + stays.scopeUnknown()).isEqualTo(5);
        assertThat(DatasetVersion.read(stored.resolve("kinship")).manifest().rows())
                .as("the kin of the child, from either side, and nobody else's")
                .isEqualTo(2);
    }

    @Test
    void shouldGiveAClueWhenTheChildIsAlone() throws IOException {
        family(false);

        assertThat(run(HOTELS).clues()).contains("7.4");
    }

    @Test
    void shouldEndAsUnknownWhenTheRegisterOfRevocationsEndsBeforeTheWindowCloses() throws IOException {
        penalty("2024-04-03");

        Said said = run(CORRECTION);

        assertThat(said.clues()).isEmpty();
        assertThat(said.unknown()).contains("parole_unproposed: reach");
    }

    @Test
    void shouldGiveAClueWhenTheRegisterOfRevocationsReachesTheEndOfTheWindow() throws IOException {
        penalty("2024-04-04");

        Said said = run(CORRECTION);

        assertThat(said.clues()).containsExactly("D5-06");
        assertThat(said.unknown()).doesNotContain("parole_unproposed: reach");
    }

    @Test
    void shouldSayOfASearchThatOnlyWhatWasStoredWasSearched() throws IOException {
        family(false);
        Contract contract = LIBRARY.contracts().find("guardian_contact").orElseThrow();
        Map<String, String> ofAnAdult =
                Map.of("stay_id", "X0", "guardian_phone", "13800000000", "asked_time", at(6, "21:02"));
        Files.writeString(delivery.resolve("guardian_contact.csv"), csv(contract, List.of(ofAnAdult)));

        JsonNode version = run(HOTELS).searched("contact").path("versions").path(0);

        assertThat(version.path("rows").asInt()).isZero();
        assertThat(version.path("not_stored").asInt()).isEqualTo(1);
    }

    /** Three nights before school days; the mother sleeps next door, or at home; five adults elsewhere. */
    private void family(boolean mother) throws IOException {
        List<Map<String, String>> stays = new ArrayList<>();
        List<Map<String, String>> asked = new ArrayList<>();
        for (int day : List.of(6, 13, 20)) {
            stays.add(stay("C" + day, "HF", "201", CHILD, "2008-03-01", day));
            asked.add(Map.of(
                    "stay_id", "C" + day, "guardian_phone", "1380000000" + day % 10, "asked_time", at(day, "21:02")));
            if (mother) {
                stays.add(stay("M" + day, "HF", "202", MOTHER, "1984-02-02", day));
            }
        }
        for (int i = 0; i < 5; i++) {
            stays.add(stay("X" + i, "HX", "30" + i, id("1101011975010100" + i), "1975-01-01", 6));
        }
        registers(
                HOTELS,
                "2024-06-30",
                Map.of(
                        "check_in",
                        stays,
                        "guardian_contact",
                        asked,
                        "hotel",
                        List.of(Map.of("hotel_id", "HF"), Map.of("hotel_id", "HX")),
                        "kinship",
                        List.of(kin(CHILD, MOTHER), kin(GRANDMOTHER, MOTHER), kin(GRANDMOTHER, CHILD)),
                        "student_roll",
                        List.of(Map.of("id_no", CHILD))));
    }

    private static Map<String, String> kin(String one, String other) {
        return Map.of("id_no", one, "related_id_no", other);
    }

    private static Map<String, String> stay(
            String number, String hotel, String room, String guest, String birth, int day) {
        return Map.of(
                "stay_id",
                number,
                "hotel_id",
                hotel,
                "room_no",
                room,
                "guest_id",
                guest,
                "birth_date",
                birth,
                "in_time",
                at(day, "21:00"),
                "out_time",
                at(day + 1, "07:00"),
                "registered_at",
                at(day, "21:05"));
    }

    private static String at(int day, String time) {
        return "2024-05-%02d %s".formatted(day, time);
    }

    /** A parolee who was detained on 5 March 2024, and revocations that are known until a day. */
    private void penalty(String known) throws IOException {
        registers(
                CORRECTION,
                known,
                Map.of(
                        "cc_person",
                        List.of(Map.of(
                                "id_no",
                                PAROLEE,
                                "judgment_no",
                                "(2023)示0101刑初1号",
                                "cc_kind",
                                "假释",
                                "decide_effective_date",
                                "2023-06-01",
                                "notice_received_date",
                                "2023-06-05",
                                "docs_received_date",
                                "2023-06-08",
                                "report_date",
                                "2023-06-08",
                                "cc_start",
                                "2023-06-01",
                                "cc_end",
                                "2025-05-31")),
                        "admin_penalty",
                        List.of(Map.of(
                                "decision_no",
                                "X2",
                                "party_id",
                                PAROLEE,
                                "act_date",
                                "2024-03-02",
                                "decision_date",
                                "2024-03-05",
                                "detention_days",
                                "12"))));
    }

    /** Every register that a model reads, whole, with these rows or none; revocations known until a day. */
    private void registers(String model, String known, Map<String, List<Map<String, String>>> rows) throws IOException {
        StringBuilder coverage = new StringBuilder();
        for (String line : Files.readAllLines(Path.of("../library/models", model, "model.yaml"))) {
            if (line.matches(".*: *[a-z_]+@1.*")) {
                String id = line.replaceAll("@1.*", "").replaceAll(".*: *", "");
                Contract contract = LIBRARY.contracts().find(id).orElseThrow();
                Path file = delivery.resolve(id + ".csv");
                if (!Files.exists(file)) {
                    Files.writeString(file, csv(contract, rows.getOrDefault(id, List.of())));
                    coverage.append(id + ": {from: \"2015-01-01\", known_until: \""
                            + (id.equals("cc_revocation") ? known : "2024-06-30") + "\", complete: yes}\n");
                }
            }
        }
        Files.writeString(delivery.resolve("datasets.yaml"), coverage);
    }

    private static String csv(Contract contract, List<Map<String, String>> rows) {
        StringBuilder csv =
                new StringBuilder(String.join(",", contract.columns().keySet())).append('\n');
        for (Map<String, String> row : rows) {
            csv.append(String.join(
                            ",",
                            contract.columns().values().stream()
                                    .map(column -> row.getOrDefault(column.name(), lawful(column)))
                                    .toList()))
                    .append('\n');
        }
        return csv.toString();
    }

    private static String lawful(Column column) {
        return column.lawful().filter(value -> !value.equals("null")).orElse("");
    }

    private static String id(String digits) {
        return digits + IdNumber.check(digits);
    }

    /** The codes of the clues; and the steps at which a row was left undecided, with the reason. */
    private record Said(List<String> clues, List<String> unknown, List<JsonNode> sources) {

        /** The first search in an input that found nothing. */
        JsonNode searched(String input) {
            return sources.stream()
                    .filter(row -> row.path("absent").asBoolean()
                            && row.path("input").asText().equals(input))
                    .findFirst()
                    .orElseThrow()
                    .path("search");
        }
    }

    private Said run(String model) throws IOException {
        Path clues = folder.resolve("clues.jsonl");
        Path unknown = folder.resolve("unknown.jsonl");
        Product.Answer answer = new Product(folder)
                .call("run", model, "--data", delivery, "--as-of", "2024-06-30", "--out", clues, "--unknown", unknown);
        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        Said said = new Said(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String line : Files.readAllLines(clues)) {
            JsonNode clue = JSON.readTree(line);
            said.clues().add(clue.path("code").asText());
            clue.path("source_rows").forEach(said.sources()::add);
        }
        for (String line : Files.readAllLines(unknown)) {
            JsonNode row = JSON.readTree(line);
            said.unknown()
                    .add(row.path("step").asText() + ": " + row.path("reason").asText());
        }
        return said;
    }
}
