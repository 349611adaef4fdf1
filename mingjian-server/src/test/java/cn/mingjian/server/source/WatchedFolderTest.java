package cn.mingjian.server.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.model.folder.Folders;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.delivery.Bringing;
import cn.mingjian.server.delivery.DeliveryWay;
import cn.mingjian.server.delivery.Incoming;
import cn.mingjian.server.testing.Brought;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Register;
import cn.mingjian.server.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Files that are put into a watched folder of a running server. */
class WatchedFolderTest {

    private static final TestServer SERVER = TestServer.get();
    private static final TestServer.Place PLACE = SERVER.office();
    private static final Path FOLDER = SERVER.watched();
    private static final int TRIES = 300;

    private static Person steward;
    private static String dataset;

    @BeforeAll
    static void watch() throws Exception {
        Files.createDirectories(FOLDER);
        steward = SERVER.signedInAs(TestServer.WATCHES, PLACE, Role.DATA_STEWARD);
        dataset = Register.dataset(steward);
        further(steward, dataset);
    }

    /** A second version, by which a person says how further ones are taken in. */
    static void further(Person steward, String dataset) throws InterruptedException {
        String delivery = Register.bring(steward, "b.csv", Register.gb18030(Register.month("2024-01", 5, 0)));
        Register.ended(
                steward, Register.take(steward, delivery, dataset, "FULL").json());
    }

    @Test
    void shouldLeaveForTheStewardWhatNobodyHasSaidHowToLoad() throws Exception {
        String first = Register.month("2023-01", 4, 0).replace("备注", "经办人");
        String delivery = Register.bring(steward, "c.csv", Register.gb18030(first));
        JsonNode only = Register.ended(
                steward, Register.take(steward, delivery, "", "FULL").json());

        put("又一月.csv", Register.gb18030(first.replace("2023-01", "2023-02")));
        Path taken = waitFor("taken", "又一月.csv");

        assertThat(only.at("/version/state").asString()).isEqualTo("READY");
        assertThat(Files.readString(taken.resolveSibling("又一月.csv.txt"))).contains("只有第 1 批");
        assertThat(steward.get("/api/v1/datasets/" + only.at("/dataset/id").asString())
                        .json()
                        .at("/versions")
                        .size())
                .isEqualTo(1);
        assertThat(steward.get("/api/v1/intake/" + id(taken)).status()).isEqualTo(200);
    }

    @Test
    void shouldTakeAFileInAsTheNextVersionWhenItsHeadingsCameBefore() throws Exception {
        int before = versions().size();

        put("4月.csv", Register.gb18030(Register.month("2024-04", 30, 2)));
        Path taken = waitFor("taken", "4月.csv");
        JsonNode version = Register.ended(steward, ordered(before + 1));

        assertThat(version.at("/version/state").asString()).isEqualTo("READY");
        assertThat(version.at("/version/rows").asInt()).isEqualTo(28);
        assertThat(version.at("/version/coverage/complete").asString()).isEqualTo("UNKNOWN");
        assertThat(Files.readString(taken.resolveSibling("4月.csv.txt"))).contains("第 " + (before + 1) + " 批");
        assertThat(FOLDER.resolve("4月.csv")).doesNotExist();
        assertThat(steward.get(Brought.DELIVERIES + "/" + id(taken)).status()).isEqualTo(404);
        assertThat(entries(id(taken)))
                .anySatisfy(details ->
                        assertThat(details).contains("\"by\":\"SYSTEM\"").contains("\"way\":\"FOLDER\""));
    }

    @Test
    void shouldLeaveForTheStewardWhatNobodyHasSeenBefore() throws Exception {
        put("新表.csv", "甲,乙\n1,%s\n".formatted(UUID.randomUUID()).getBytes(UTF_8));
        Path taken = waitFor("taken", "新表.csv");

        JsonNode desk = steward.get("/api/v1/desk").json().at("/deliveries");
        JsonNode shown = steward.get("/api/v1/sources/folders").json().at("/0");

        assertThat(desk.toString()).contains(id(taken)).contains("\"way\":\"FOLDER\"");
        assertThat(shown.at("/watched").asBoolean()).isTrue();
        assertThat(shown.at("/files").toString()).contains(id(taken)).contains("等待数据管理员");
        assertThat(steward.get("/api/v1/intake/" + id(taken)).status()).isEqualTo(200);
    }

    @Test
    void shouldAddNothingToADatasetOfAnotherOffice() throws Exception {
        Person elsewhere = SERVER.signedIn(SERVER.office(), Role.DATA_STEWARD);
        String month = Register.month("2022-01", 4, 0).replace("备注", "别院的列");
        String delivery = Register.bring(elsewhere, "d.csv", Register.gb18030(month));
        String first = Register.ended(
                        elsewhere,
                        Register.take(elsewhere, delivery, "", "FULL").json())
                .at("/dataset/id")
                .asString();
        String next = Register.bring(elsewhere, "e.csv", Register.gb18030(month.replace("2022-01", "2022-02")));
        Register.ended(elsewhere, Register.take(elsewhere, next, first, "FULL").json());

        put("别院.csv", Register.gb18030(month.replace("2022-01", "2022-03")));
        Path taken = waitFor("taken", "别院.csv");

        assertThat(steward.get("/api/v1/intake/" + id(taken)).status()).isEqualTo(200);
        assertThat(elsewhere
                        .get("/api/v1/datasets/" + first)
                        .json()
                        .at("/versions")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void shouldKnowNothingOfFilesThatWereTakenForAnotherOffice() throws Exception {
        byte[] content = "甲,戊\n1,2\n".getBytes(UTF_8);
        put("三.csv", content);
        Path first = waitFor("taken", "三.csv");
        TestServer.Place elsewhere = SERVER.office();
        SERVER.act(() -> SERVER.part(JdbcClient.class)
                .sql("update watched_file set office_id = ?, department_id = ? where id = cast(? as uuid)")
                .params(elsewhere.office(), elsewhere.department(), id(first))
                .update());

        put("四.csv", content);

        assertThat(waitFor("taken", "四.csv")).exists();
        assertThat(steward.get("/api/v1/sources/folders").text())
                .contains("四.csv")
                .doesNotContain("三.csv");
    }

    @Test
    void shouldRefuseWhatLeadsElsewhereIsMarkedOrHoldsNoTable(@TempDir Path elsewhere) throws Exception {
        Path secret = Files.writeString(elsewhere.resolve("x.csv"), Register.month("2024-05", 3, 0));
        Files.createSymbolicLink(FOLDER.resolve("链接.csv"), secret);
        Path beside = Files.writeString(SERVER.data().resolve("beside.csv"), "a,b\n1,2\n");
        Files.createLink(FOLDER.resolve("硬链接.csv"), beside);
        put("名单（秘密）.csv", "a,b\n1,2\n".getBytes(UTF_8));
        put("表头.csv", "机密★1年,\na,b\n1,2\n".getBytes(UTF_8));
        put("信.docx", "x".getBytes(UTF_8));

        for (String name : List.of("链接.csv", "硬链接.csv", "名单（秘密）.csv", "表头.csv", "信.docx")) {
            Path refused = waitFor("refused", name);
            assertThat(Files.readString(refused.resolveSibling(name + ".txt"))).isNotBlank();
            assertThat(steward.get(Brought.DELIVERIES + "/" + id(refused)).status())
                    .isEqualTo(404);
            assertThat(SERVER.data().resolve("offices/" + PLACE.office() + "/deliveries/" + id(refused)))
                    .doesNotExist();
        }
        assertThat(secret).exists();
        assertThat(beside).exists();
    }

    @Test
    void shouldWaitUntilAFileIsWhole() throws Exception {
        Path partial = put("5月.csv.part", Register.gb18030(Register.month("2024-05", 3, 0)));
        Path growing = put("慢.csv", "甲,丙\n".getBytes(UTF_8));
        for (int i = 0; i < 20; i++) {
            Files.writeString(growing, i + ",x\n", StandardOpenOption.APPEND);
            Thread.sleep(200);
            assertThat(growing).exists();
        }
        Path taken = waitFor("taken", "慢.csv");

        assertThat(Files.readString(taken)).contains("19,x");
        assertThat(partial).exists();
        Files.delete(partial);
    }

    @Test
    void shouldTakeTheSameContentOnlyOnce() throws Exception {
        byte[] content = "甲,丁\n1,2\n".getBytes(UTF_8);
        put("一.csv", content);
        waitFor("taken", "一.csv");
        put("二.csv", content);
        Path refused = waitFor("refused", "二.csv");

        assertThat(Files.readString(refused.resolveSibling("二.csv.txt"))).contains("taken before");
    }

    @Test
    void shouldGoOnWhereAServerDiedWithoutTakingAnythingTwice() throws Exception {
        byte[] content = Register.gb18030(Register.month("2024-06", 9, 0));
        Path file = Files.write(SERVER.data().resolve("6月.csv"), content);
        UUID claimed = UUID.randomUUID();
        UUID brought = UUID.randomUUID();
        SERVER.part(Bringing.class)
                .bringRegisters(
                        system(),
                        brought,
                        DeliveryWay.FOLDER,
                        List.of(new Incoming("6月.csv", to -> Files.write(to, content))));
        int before = versions().size();

        claim(brought, file, "6月.csv");
        waitFor("taken", "6月.csv");
        Register.ended(steward, ordered(before + 1));
        claim(claimed, Files.write(file, Register.gb18030(Register.month("2024-07", 8, 0))), "7月.csv");
        Path taken = waitFor("taken", "7月.csv");
        Register.ended(steward, ordered(before + 2));
        Path claim = claim(taken);
        Files.move(claim, FOLDER.resolve("taking").resolve(claim.getFileName()));
        waitFor("taken", "7月.csv");

        assertThat(id(taken)).isEqualTo(claimed.toString());
        assertThat(versions()).hasSize(before + 2);
        assertThat(entries(brought.toString())).hasSize(3); // brought, ready, taken
    }

    /** As a server leaves it that dies when it has taken a file. */
    private static void claim(UUID id, Path file, String name) throws IOException {
        Path claim = Folders.make(FOLDER.resolve("claims-" + id));
        Files.move(file, claim.resolve(name));
        Path taking = Folders.make(FOLDER.resolve("taking"));
        Files.move(claim, taking.resolve("20240601-000000-" + id), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Actor system() {
        int id = SERVER.part(JdbcClient.class)
                .sql("select id from account where login = ?")
                .param(TestServer.WATCHES)
                .query(Integer.class)
                .single();
        return new Actor(id, Actor.Kind.SYSTEM, PLACE.office(), PLACE.department(), Set.of());
    }

    private static Path put(String name, byte[] content) throws IOException {
        return Files.write(FOLDER.resolve(name), content);
    }

    private static List<JsonNode> versions() {
        return steward.get("/api/v1/datasets/" + dataset)
                .json()
                .at("/versions")
                .valueStream()
                .toList();
    }

    private static JsonNode ordered(int number) {
        return steward.get("/api/v1/datasets/" + dataset + "/versions/" + number)
                .json();
    }

    private static List<String> entries(String delivery) {
        return SERVER.part(JdbcClient.class)
                .sql("select details from audit_entry where object_id = ? order by number")
                .param(delivery)
                .query(String.class)
                .list();
    }

    /** The file once it lies there with its reason. */
    private static Path waitFor(String where, String name) throws Exception {
        for (int i = 0; i < TRIES; i++) {
            for (Path claim : Folders.list(FOLDER.resolve(where))) {
                Optional<Path> found = Folders.list(claim).stream()
                        .filter(file -> file.getFileName().toString().equals(name))
                        .findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError(name + " was not " + where);
    }

    private static Path claim(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    private static String id(Path file) {
        String claim = claim(file).getFileName().toString();
        return claim.substring(claim.length() - 36);
    }
}
