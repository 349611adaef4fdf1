package cn.mingjian.server.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.Brought;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Register;
import cn.mingjian.server.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Other ways of a table into a dataset: from a workbook, stopped in the middle, and beside data that it hardly agrees with. */
class IntakeWaysTest {

    private static final int MANY = 400_000;

    private final TestServer server = TestServer.get();
    private final TestServer.Place place = server.office();
    private final Person steward = server.signedIn(place, Role.DATA_STEWARD);

    @Test
    void shouldTakeASheetOfAWorkbookInAndLeaveTheOther() throws Exception {
        String delivery = Register.bring(steward, "3月.xlsx", workbook());

        JsonNode tables = steward.get("/api/v1/intake/" + delivery).json().at("/tables");
        JsonNode mapping = Register.mapping(steward, delivery, "");
        JsonNode version = Register.ended(
                steward, Register.take(steward, delivery, "", "FULL").json());

        assertThat(tables.at("/0/files/0").asString()).isEqualTo("3月.xlsx · 发放");
        assertThat(mapping.at("/headerRow").asInt()).as("below a title").isEqualTo(2);
        assertThat(version.at("/version/state").asString()).isEqualTo("READY");
        assertThat(version.at("/version/rows").asInt()).isEqualTo(20);
        assertThat(version.at("/quality/rejected").asInt()).isEqualTo(2);
        assertThat(steward.get(Brought.DELIVERIES + "/" + delivery).status())
                .as("its other table still waits")
                .isEqualTo(200);
    }

    @Test
    void shouldStopAnImportAndKeepNothingOfIt() throws Exception {
        String delivery = Register.bring(
                steward, "大.csv", Register.month("2024-03", MANY, 0).getBytes(UTF_8));
        JsonNode ordered = Register.take(steward, delivery, "", "FULL").json();
        String page = "/api/v1/datasets/" + ordered.at("/dataset/id").asString() + "/versions/1";
        while (!steward.get(page).json().at("/progress/rows").isNumber()) {
            Thread.sleep(10);
        }

        Person.Answer stopped = steward.post(page + "/stop", Map.of());
        JsonNode version = Register.ended(steward, ordered);

        assertThat(stopped.status()).isEqualTo(200);
        assertThat(version.at("/version/state").asString()).isEqualTo("FAILED");
        assertThat(version.at("/problems/0/code").asString()).isEqualTo("dataset.import-stopped");
        assertThat(steward.post(page + "/stop", Map.of()).problem()).isEqualTo("dataset.import-ended");
        Path folder = server.data()
                .resolve("offices/" + place.office() + "/datasets/"
                        + ordered.at("/dataset/id").asString());
        for (int i = 0; i < 100 && !names(folder).isEmpty(); i++) {
            Thread.sleep(100);
        }
        assertThat(names(folder)).isEmpty();
        assertThat(Register.take(steward, delivery, ordered.at("/dataset/id").asString(), "FULL")
                        .status())
                .as("what was delivered is still there")
                .isEqualTo(201);
    }

    private static List<String> names(Path folder) {
        return Stream.ofNullable(folder.toFile().list()).flatMap(Stream::of).toList();
    }

    @Test
    void shouldWarnWhenFewNumbersAreFoundInTheOtherRegister() throws Exception {
        String payments = Register.month("2024-03", 100, 0);
        Register.ended(
                steward,
                Register.take(steward, Register.bring(steward, "发放.csv", payments.getBytes(UTF_8)), "", "FULL")
                        .json());
        List<String> known = payments.lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();

        JsonNode low = deaths(known.subList(0, 6));
        JsonNode high = deaths(known.subList(0, 8));

        assertThat(low.at("/quality/matches/0/keys").asInt()).isEqualTo(10);
        assertThat(low.at("/quality/matches/0/matched").asInt()).isEqualTo(6);
        assertThat(low.at("/quality/matches/0/low").asBoolean()).isTrue();
        assertThat(low.at("/version/poor").asBoolean()).isTrue();
        assertThat(high.at("/quality/matches/0/matched").asInt()).isEqualTo(8);
        assertThat(high.at("/quality/matches/0/low").asBoolean()).isFalse();
        assertThat(high.at("/version/poor").asBoolean()).isFalse();
    }

    /** A register of ten deaths, some of whose numbers are known. */
    private JsonNode deaths(List<String> known) throws InterruptedException {
        StringBuilder csv = new StringBuilder("id_no,death_date,source,record_date\n");
        known.forEach(number -> csv.append(number).append(",2024-01-02,POLICE_CANCEL,2024-01-03\n"));
        Register.month("2024-03", 1000, 0)
                .lines()
                .skip(900)
                .limit(10L - known.size())
                .forEach(line ->
                        csv.append(line, 0, line.indexOf(',')).append(",2024-01-02,POLICE_CANCEL,2024-01-03\n"));
        String delivery = Register.bring(steward, "死亡.csv", csv.toString().getBytes(UTF_8));
        Map<String, Object> wish = Register.wishFor(steward, delivery, "death_record", Register.MODEL);
        Map<String, Object> about = new HashMap<>(Register.about());
        about.put("title", "死亡信息");
        wish.put("about", about);
        wish.put("coverage", Register.coverage("2024-03-31"));
        return Register.ended(
                steward,
                steward.post("/api/v1/intake/" + delivery + "/import", wish).json());
    }

    /** Payments under a title, and a sheet of something else. */
    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("发放");
            sheet.value(0, 0, "某区居民养老待遇发放表");
            int row = 1;
            for (String line : Register.month("2024-03", 22, 2).lines().toList()) {
                String[] cells = line.split(",");
                for (int i = 0; i < cells.length; i++) {
                    sheet.value(row, i, cells[i]);
                }
                row++;
            }
            Worksheet other = book.newWorksheet("说明");
            for (int i = 0; i < 3; i++) {
                other.value(i, 0, i == 0 ? "甲" : "x" + i);
                other.value(i, 1, i == 0 ? "乙" : "y" + i);
            }
        }
        return out.toByteArray();
    }
}
