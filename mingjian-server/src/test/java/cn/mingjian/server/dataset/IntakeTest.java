package cn.mingjian.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.intake.read.DeliveredFile;
import cn.mingjian.intake.read.Peek;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.Brought;
import cn.mingjian.server.testing.Openings;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Register;
import cn.mingjian.server.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** From a delivered file to a version of a dataset. */
class IntakeTest {

    private static final String MARCH = Register.month("2024-03", 200, 6);

    private final TestServer server = TestServer.get();
    private final TestServer.Place place = server.office();
    private final Person steward = server.signedIn(place, Role.DATA_STEWARD);

    @Test
    void shouldProposeContractAndMappingForAFileOfAnOldSystem() {
        String delivery = Register.bring(steward, "3月.csv", Register.gb18030(MARCH));

        JsonNode table = steward.get("/api/v1/intake/" + delivery).json().at("/tables/0");
        JsonNode mapping = Register.mapping(steward, delivery, "");

        assertThat(table.at("/contracts/0/contract").asString()).isEqualTo(Register.CONTRACT);
        assertThat(column(mapping, "id_no").at("/ground").asString()).isEqualTo("NAME");
        assertThat(column(mapping, "kind").at("/filled").asInt()).isEqualTo(200);
        assertThat(mapping.at("/rows").asInt()).isEqualTo(200);
        assertThat(mapping.at("/rejected").asInt()).isEqualTo(6);
        assertThat(mapping.at("/unused").toString()).contains("备注");
        assertThat(mapping.at("/lacking")).isEmpty();
        assertThat(mapping.at("/lastDay").asString()).isEqualTo("2024-03-31");
    }

    @Test
    void shouldShowNoNumberOfAPersonInThePreview() {
        String delivery = Register.bring(steward, "3月.csv", Register.gb18030(MARCH));

        JsonNode mapping = Register.mapping(steward, delivery, "");

        assertThat(mapping.toString()).doesNotContain("34020719600101").contains("3402****");
        assertThat(mapping.at("/sample/0/cells/0/problem/zh").asString()).isNotEmpty();
        assertThat(mapping.at("/sample/0/cells/0/rejects").asBoolean()).isTrue();
    }

    @Test
    void shouldTakeATableInAndKeepNothingOfWhatWasDelivered() throws Exception {
        String delivery = Register.bring(steward, "3月.csv", Register.gb18030(MARCH));

        JsonNode version = Register.ended(
                steward, Register.take(steward, delivery, "", "FULL").json());

        assertThat(version.at("/version/state").asString()).isEqualTo("READY");
        assertThat(version.at("/version/rows").asInt()).isEqualTo(194);
        assertThat(version.at("/quality/rejected").asInt()).isEqualTo(6);
        assertThat(version.at("/version/digest").asString()).hasSize(64);
        assertThat(steward.get(Brought.DELIVERIES + "/" + delivery).status()).isEqualTo(404);
        assertThat(server.data().resolve("offices/" + place.office() + "/deliveries/" + delivery))
                .doesNotExist();
        assertThat(parts(version)).isNotEmpty();
    }

    @Test
    void shouldGiveRejectedRowsBackAndTakeThemInMended(@TempDir Path folder) throws Exception {
        JsonNode first = taken(MARCH);
        String dataset = first.at("/dataset/id").asString();

        Person.Answer workbook =
                steward.post("/api/v1/datasets/" + dataset + "/versions/1/rejected.xlsx", Openings.WISH);
        Path file =
                Files.write(folder.resolve("rejected.xlsx"), workbook.whole().body());
        List<Peek> rows = Peek.first(DeliveredFile.open(file).get(0));

        assertThat(rows).hasSize(7);
        assertThat(rows.get(0).cells()).contains("身份证号", "待遇名称", "来源行号");
        assertThat(rows.get(1).cells()).contains("2024-03", "2");
        String mended = Register.bring(steward, "补正.csv", Register.gb18030(Register.month("2024-02", 6, 0)));
        JsonNode second = Register.ended(
                steward, Register.take(steward, mended, dataset, "APPEND").json());
        assertThat(second.at("/version/number").asInt()).isEqualTo(2);
        assertThat(second.at("/version/base").asInt()).isEqualTo(1);
        assertThat(second.at("/version/rows").asInt()).isEqualTo(200);
    }

    @Test
    void shouldCompareWithTheLastWholeDeliveryAndNotWithMendedRows() throws Exception {
        String dataset = taken(MARCH).at("/dataset/id").asString();
        String mended = Register.bring(steward, "补正.csv", Register.gb18030(Register.month("2024-02", 6, 0)));
        Map<String, Object> wish = Register.wish(steward, mended, dataset, "APPEND");
        wish.put("mends", 1);
        JsonNode second = Register.ended(
                steward,
                steward.post("/api/v1/intake/" + mended + "/import", wish).json());
        String april = Register.bring(steward, "4月.csv", Register.gb18030(Register.month("2024-04", 190, 0)));

        JsonNode difference = Register.mapping(steward, april, dataset).at("/difference");

        assertThat(second.at("/version/mends").asInt()).isEqualTo(1);
        assertThat(second.at("/version/rows").asInt()).isEqualTo(200);
        assertThat(difference.at("/number").asInt()).isEqualTo(1);
        assertThat(difference.at("/rowsBefore").asInt()).isEqualTo(200);
    }

    @Test
    void shouldMendOnlyWhatIsThereAndOnlyByAdding() throws Exception {
        String dataset = taken(MARCH).at("/dataset/id").asString();
        String mended = Register.bring(steward, "补正.csv", Register.gb18030(Register.month("2024-02", 6, 0)));
        Map<String, Object> wish = Register.wish(steward, mended, dataset, "FULL");
        wish.put("mends", 1);
        assertThat(steward.post("/api/v1/intake/" + mended + "/import", wish).problem())
                .isEqualTo("dataset.nothing-to-mend");
        wish.put("load", "APPEND");
        wish.put("mends", 7);
        assertThat(steward.post("/api/v1/intake/" + mended + "/import", wish).problem())
                .isEqualTo("dataset.nothing-to-mend");
    }

    @Test
    void shouldRememberTheMappingAndTellWhatIsDifferentNextMonth() throws Exception {
        String dataset = taken(MARCH).at("/dataset/id").asString();
        String april = Register.month("2024-04", 100, 20).replace("备注", "经办人").replace("正常", "正常2");

        String delivery = Register.bring(steward, "4月.csv", Register.gb18030(april));
        JsonNode mapping = Register.mapping(steward, delivery, dataset);

        assertThat(column(mapping, "id_no").at("/ground").asString()).isEqualTo("REMEMBERED");
        assertThat(mapping.at("/difference/rowsBefore").asInt()).isEqualTo(200);
        assertThat(mapping.at("/difference/newHeadings/0").asString()).isEqualTo("经办人");
        assertThat(mapping.at("/difference/goneHeadings/0").asString()).isEqualTo("备注");
        assertThat(mapping.at("/difference/unseen/status/0").asString()).isEqualTo("正常2");
    }

    @Test
    void shouldRememberNothingForOtherOffices() throws Exception {
        taken(MARCH.replace("备注", "本院独有"));
        Person sister = server.signedIn(server.office(), Role.DATA_STEWARD);
        String same = MARCH.replace("备注", "本院独有");

        for (Person person : List.of(steward, sister)) {
            String delivery = Register.bring(person, "3月.csv", Register.gb18030(same));
            String page = person.get("/api/v1/intake/" + delivery).text();
            JsonNode mapping = Register.mapping(person, delivery, "");
            String remembered = "\"remembered\":\"" + Register.CONTRACT + "\"";
            assertThat(page.contains(remembered)).isEqualTo(person == steward);
            assertThat(column(mapping, "id_no").at("/ground").asString().equals("REMEMBERED"))
                    .isEqualTo(person == steward);
        }
    }

    @Test
    void shouldGiveRejectedRowsToWhoBroughtThemAloneAndKeepWhy() throws Exception {
        String dataset = taken(MARCH).at("/dataset/id").asString();
        String page = "/api/v1/datasets/" + dataset + "/versions/1";
        Person colleague = server.signedIn(place, Role.DATA_STEWARD);

        assertThat(steward.get(page).json().at("/mayMend").asBoolean()).isTrue();
        assertThat(colleague.get(page).json().at("/mayMend").asBoolean()).isFalse();
        assertThat(colleague.post(page + "/rejected.xlsx", Openings.WISH).problem())
                .isEqualTo("dataset.rejected-not-yours");
        assertThat(steward.post(page + "/rejected.xlsx", Map.of("reason", "CHECK", "words", " "))
                        .problem())
                .isEqualTo("server.opening-words");
        assertThat(opened(dataset)).isZero();
        assertThat(steward.post(page + "/rejected.xlsx", Openings.WISH).status())
                .isEqualTo(200);

        assertThat(opened(dataset)).isEqualTo(6);
        JsonNode file = server.signedIn(place, Role.PROTECTION_OFFICER)
                .get("/api/v1/protection/files")
                .json()
                .at("/items/0");
        assertThat(file.at("/act").asString()).isEqualTo("opening.brought");
        assertThat(file.at("/rows").asInt()).isEqualTo(6);
    }

    /** How many rows were given back, as the openings have it. */
    private long opened(String dataset) {
        return server.part(JdbcClient.class)
                .sql("select coalesce(sum(things), 0) from opening where kind = 'REJECTED_ROWS' and not counts"
                        + " and object_id = cast(? as uuid)")
                .param(dataset)
                .query(Long.class)
                .single();
    }

    @Test
    void shouldRefuseARecipeThatIsNone() {
        String delivery = Register.bring(steward, "3月.csv", Register.gb18030(MARCH));
        Map<String, Object> wish = Register.wish(steward, delivery, "", "FULL");
        for (Map<String, Object> column : List.<Map<String, Object>>of(
                Map.of("column", "id_no'; drop table dataset; --", "heading", "身份证号"),
                Map.of("column", "kind", "heading", "待遇名称", "codes", Map.of("x", "NO_SUCH")),
                Map.of("column", "month", "heading", "发放月份", "dates", List.of("{{")))) {
            Map<String, Object> whole =
                    new java.util.HashMap<>(Map.of("unit", 1, "codes", Map.of(), "dates", List.of()));
            whole.putAll(column);
            wish.put("recipe", Map.of("columns", List.of(whole), "missing", List.of()));
            Person.Answer answer = steward.post("/api/v1/intake/" + delivery + "/import", wish);
            assertThat(answer.problem()).isEqualTo("dataset.recipe-wrong");
        }
    }

    @Test
    void shouldRefuseWhatLacksItsKeyOrItsPurpose() {
        String delivery = Register.bring(steward, "3月.csv", Register.gb18030(MARCH.replace("身份证号,", "某列,")));
        assertThat(Register.take(steward, delivery, "", "FULL").problem()).isEqualTo("dataset.columns-lacking");

        String whole = Register.bring(steward, "3月.csv", Register.gb18030(MARCH));
        Map<String, Object> wish = Register.wish(steward, whole, "", "FULL");
        Map<String, Object> about = new java.util.HashMap<>(Register.about());
        about.put("authority", Map.of("title", "协议", "number", "1", "purposes", List.of("pollution-tax")));
        wish.put("about", about);
        assertThat(steward.post("/api/v1/intake/" + whole + "/import", wish).problem())
                .isEqualTo("dataset.purposes");
    }

    @Test
    void shouldLetNobodyElseTakeInOrSee() throws Exception {
        String delivery = Register.bring(steward, "3月.csv", Register.gb18030(MARCH));
        Map<String, Object> wish = Register.wish(steward, delivery, "", "FULL");
        Person sister = server.signedIn(server.office(), Role.DATA_STEWARD);
        Person colleague = server.signedIn(server.departmentBeside(place, "civil"), Role.DATA_STEWARD);
        for (Person stranger : List.of(sister, colleague)) {
            assertThat(stranger.get("/api/v1/intake/" + delivery).status()).isEqualTo(404);
            assertThat(stranger.post("/api/v1/intake/" + delivery + "/import", wish)
                            .status())
                    .isEqualTo(404);
        }
        String dataset = taken(MARCH).at("/dataset/id").asString();
        String page = "/api/v1/datasets/" + dataset;
        assertThat(sister.get(page).status()).isEqualTo(404);
        assertThat(sister.get("/api/v1/datasets").text()).doesNotContain(dataset);
        assertThat(colleague.get(page).json().at("/dataset/mayChange").asBoolean())
                .isFalse();
        assertThat(colleague.post(page + "/destroy", Map.of("reason", "x")).status())
                .isEqualTo(404);
        assertThat(colleague
                        .post(page + "/versions/1/rejected.xlsx", Openings.WISH)
                        .status())
                .isEqualTo(404);
        Map<String, Object> onto = Register.wish(colleague, brought(colleague), "", "APPEND");
        onto.remove("about");
        onto.put("dataset", dataset);
        assertThat(colleague
                        .post("/api/v1/intake/" + brought(colleague) + "/import", onto)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void shouldDestroyAVersionAndKeepItsProof() throws Exception {
        JsonNode version = taken(MARCH);
        String path = "/api/v1/datasets/" + version.at("/dataset/id").asString() + "/versions/1";

        assertThat(steward.post(path + "/destroy", Map.of("reason", " ")).problem())
                .isEqualTo("dataset.destroy-reason");
        JsonNode destroyed =
                steward.post(path + "/destroy", Map.of("reason", "协议终止")).json();

        assertThat(destroyed.at("/version/state").asString()).isEqualTo("DESTROYED");
        assertThat(destroyed.at("/version/digest").asString())
                .isEqualTo(version.at("/version/digest").asString());
        assertThat(destroyed.at("/version/destroyReason").asString()).isEqualTo("协议终止");
        assertThat(parts(version)).isEmpty();
        assertThat(steward.post(path + "/rejected.xlsx", Openings.WISH).problem())
                .isEqualTo("dataset.no-rows");
    }

    @Test
    void shouldDestroyByItselfWhatHasReachedItsDay() throws Exception {
        JsonNode version = taken(MARCH);
        UUID dataset = UUID.fromString(version.at("/dataset/id").asString());
        server.act(() -> server.part(JdbcClient.class)
                .sql("update dataset set destroy_by = current_date where id = ?")
                .param(dataset)
                .update());

        server.part(Destruction.class).destroyEnded();

        JsonNode page = steward.get("/api/v1/datasets/" + dataset).json();
        assertThat(page.at("/versions/0/state").asString()).isEqualTo("DESTROYED");
        assertThat(parts(version)).isEmpty();
    }

    @Test
    void shouldNotDestroyAVersionThatAnotherCarriesOn() throws Exception {
        String dataset = taken(MARCH).at("/dataset/id").asString();
        String april = Register.bring(steward, "4月.csv", Register.gb18030(Register.month("2024-04", 5, 0)));
        Register.ended(steward, Register.take(steward, april, dataset, "APPEND").json());

        assertThat(steward.post("/api/v1/datasets/" + dataset + "/versions/1/destroy", Map.of("reason", "旧"))
                        .problem())
                .isEqualTo("dataset.carried-on");
        steward.post("/api/v1/datasets/" + dataset + "/destroy", Map.of("reason", "全部"));
        assertThat(steward.get("/api/v1/datasets/" + dataset)
                        .json()
                        .at("/dataset/versions")
                        .asInt())
                .isZero();
    }

    private String brought(Person person) {
        return Register.bring(person, "3月.csv", Register.gb18030(MARCH));
    }

    private JsonNode taken(String csv) throws InterruptedException {
        String delivery = Register.bring(steward, "3月.csv", Register.gb18030(csv));
        return Register.ended(
                steward, Register.take(steward, delivery, "", "FULL").json());
    }

    private List<Path> parts(JsonNode version) throws IOException {
        Path path = server.data()
                .resolve("offices/" + place.office() + "/datasets/"
                        + version.at("/dataset/id").asString() + "/"
                        + version.at("/version/number").asInt());
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.toList();
        }
    }

    private static JsonNode column(JsonNode mapping, String name) {
        for (JsonNode column : mapping.at("/columns")) {
            if (column.at("/column").asString().equals(name)) {
                return column;
            }
        }
        throw new AssertionError("No column " + name + " in " + mapping);
    }
}
