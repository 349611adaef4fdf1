package cn.mingjian.server.delivery;

import static cn.mingjian.server.testing.Brought.CORRECTION;
import static cn.mingjian.server.testing.Brought.DELIVERIES;
import static cn.mingjian.server.testing.Brought.REVOCATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.testing.Brought;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeliveryTest {

    private static final String REGISTERS = "registers";

    private final TestServer server = TestServer.get();
    private final TestServer.Place place = server.office();
    private final Person prosecutor = server.signedIn(place, Role.PROSECUTOR);

    @Test
    void shouldSayWhatWasRecognisedAndWhatCanRunOnIt() throws InterruptedException {
        Answer answer = Brought.bring(
                prosecutor,
                REGISTERS,
                Map.of(
                        "社区矫正对象.csv",
                        CORRECTION,
                        "cc_revocation.csv",
                        REVOCATION,
                        "别的.csv",
                        "甲,乙,丙\n1,2,3\n",
                        "说明.docx",
                        "x"));

        assertThat(answer.status()).isEqualTo(201);
        JsonNode page = Brought.read(prosecutor, answer.json().at("/id").asString());
        assertThat(page.at("/state").asString()).isEqualTo("READY");
        assertThat(page.at("/files").asInt()).isEqualTo(4);
        assertThat(page.at("/tables/0/contract").asString()).isEqualTo("cc_person");
        assertThat(page.at("/tables/0/file").asString()).isEqualTo("社区矫正对象.csv");
        assertThat(page.at("/tables/0/headerRow").asInt()).isEqualTo(1);
        assertThat(page.at("/tables/0/matched").asInt()).isEqualTo(13);
        assertThat(page.at("/unused").findValuesAsString("file")).containsExactlyInAnyOrder("别的.csv", "说明.docx");
        assertThat(page.at("/models").size()).isEqualTo(8);
        assertThat(page.at("/models/0/id").asString()).isEqualTo("community-correction-revocation");
        assertThat(page.at("/models/0/rulesRunnable").asInt()).isPositive();
        assertThat(page.at("/models/0/lacks").size()).isPositive();
        assertThat(page.at("/latestDay").asString()).isEqualTo("2024-02-01");
        assertThat(page.at("/documents").isNull()).isTrue();
        assertThat(answer.text() + page).doesNotContain(server.data().toString());
    }

    @Test
    void shouldProposeTheStatedEndOfARegisterWhenThereIsOne() throws InterruptedException {
        Answer answer = Brought.bring(
                prosecutor,
                REGISTERS,
                Map.of(
                        "cc_person.csv", CORRECTION,
                        "cc_revocation.csv", REVOCATION,
                        "datasets.yaml", "cc_revocation:\n  from: 2020-01-01\n  known_until: 2024-03-31\n"));

        JsonNode page = Brought.read(prosecutor, answer.json().at("/id").asString());

        assertThat(page.at("/problems").size())
                .as(page.at("/problems").toString())
                .isZero();
        assertThat(page.at("/latestDay").asString()).isEqualTo("2024-03-31");
    }

    @Test
    void shouldKeepFilesToTheServerAloneUnderSafeNames() throws IOException {
        String hostile = "../../../../escaped<img src=x onerror=alert(1)>.csv";
        Answer answer = Brought.bring(prosecutor, REGISTERS, Map.of(hostile, CORRECTION, "x/" + hostile, CORRECTION));

        assertThat(answer.status()).isEqualTo(201);
        UUID id = UUID.fromString(answer.json().at("/id").asString());
        Path folder = server.part(DeliveryFiles.class).files(place.office(), id);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList()).hasSize(2).allSatisfy(file -> {
                assertThat(file.getParent()).isEqualTo(folder);
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("r--------");
            });
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.getParent())))
                .isEqualTo("rwx------");
        assertThat(answer.json().at("/fileList").findValuesAsString("name")).contains(hostile);
        assertThat(answer.whole().headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void shouldRefuseAFileThatCarriesAMarkOfSecrecyAndKeepNothing() throws IOException {
        assertThat(Brought.bring(prosecutor, REGISTERS, Map.of("【机密】名单.csv", CORRECTION))
                        .problem())
                .isEqualTo("server.secrecy-mark");
        assertThat(Brought.bring(prosecutor, REGISTERS, Map.of("名单.csv", "秘密★10年\n" + CORRECTION))
                        .problem())
                .isEqualTo("server.secrecy-mark");

        Path deliveries = server.data().resolve("offices/" + place.office() + "/deliveries");
        try (Stream<Path> left = Files.list(deliveries)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void shouldRefuseWhatIsNoDelivery() {
        assertThat(Brought.bring(prosecutor, "other' or 1=1", Map.of("a.csv", CORRECTION))
                        .problem())
                .isEqualTo("server.delivery-kind");
        assertThat(Brought.bring(prosecutor, REGISTERS, Map.of()).status()).isEqualTo(400);
        assertThat(prosecutor.get(DELIVERIES + "/not-a-number").status()).isEqualTo(404);
        assertThat(prosecutor
                        .send(HttpRequest.newBuilder(URI.create(server.address() + DELIVERIES))
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .header("X-XSRF-TOKEN", prosecutor.cookie("XSRF-TOKEN"))
                                .POST(HttpRequest.BodyPublishers.ofString("--b\r\nbroken")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void shouldShowADeliveryToItsDepartmentAndTheHeadsOfItsOffice() {
        String id = brought();
        TestServer.Place beside = server.departmentBeside(place, "civil");

        assertThat(server.signedIn(place, Role.DEPARTMENT_HEAD)
                        .get(DELIVERIES + "/" + id)
                        .status())
                .isEqualTo(200);
        assertThat(server.signedIn(beside, Role.CHIEF)
                        .get(DELIVERIES + "/" + id)
                        .status())
                .isEqualTo(200);
        for (Person stranger : List.of(
                server.signedIn(beside, Role.PROSECUTOR),
                server.signedIn(server.office(), Role.PROSECUTOR, Role.CHIEF))) {
            assertThat(stranger.get(DELIVERIES + "/" + id).status()).isEqualTo(404);
            assertThat(stranger.delete(DELIVERIES + "/" + id).status()).isEqualTo(404);
        }
    }

    @Test
    void shouldRefuseWhoDoesNoCasework() {
        String id = brought();
        Person administrator = server.signedIn(place, Role.SYSTEM_ADMIN);
        Person nobody = new Person(server.address());

        assertThat(administrator.get(DELIVERIES + "/" + id).status()).isEqualTo(403);
        assertThat(administrator.delete(DELIVERIES + "/" + id).status()).isEqualTo(403);
        assertThat(Brought.bring(administrator, REGISTERS, Map.of("a.csv", CORRECTION))
                        .status())
                .isEqualTo(403);
        assertThat(nobody.get(DELIVERIES + "/" + id).status()).isEqualTo(401);
        assertThat(Brought.bring(nobody, REGISTERS, Map.of("a.csv", CORRECTION)).status())
                .isEqualTo(401);
    }

    @Test
    void shouldRemoveADeliveryForWhoBroughtItAndForHeads() {
        String id = brought();
        Person colleague = server.signedIn(place, Role.PROSECUTOR);
        assertThat(colleague.delete(DELIVERIES + "/" + id).problem()).isEqualTo("server.delivery-of-others");

        assertThat(prosecutor.delete(DELIVERIES + "/" + id).status()).isEqualTo(204);

        assertThat(prosecutor.get(DELIVERIES + "/" + id).status()).isEqualTo(404);
        assertThat(server.part(DeliveryFiles.class).files(place.office(), UUID.fromString(id)))
                .doesNotExist();
        String other = brought();
        assertThat(server.signedIn(place, Role.DEPARTMENT_HEAD)
                        .delete(DELIVERIES + "/" + other)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void shouldOpenADeliveryForARunAndLetItWaitUntilThen() throws InterruptedException {
        Deliveries deliveries = server.part(Deliveries.class);
        UUID id = UUID.fromString(brought());
        Brought.read(prosecutor, id.toString());
        var actor = server.actor(place, Role.PROSECUTOR);

        assertThat(deliveries.waiting(actor)).extracting(DeliveryRow::id).contains(id);
        assertThat(deliveries.open(actor, id).data()).isDirectory();
        assertThatThrownBy(() -> deliveries.open(server.actor(server.office(), Role.PROSECUTOR), id))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.status()).isEqualTo(404));

        server.act(() -> deliveries.used(id));
        assertThat(deliveries.waiting(actor)).extracting(DeliveryRow::id).doesNotContain(id);
    }

    @Test
    void shouldSweepWhatADeadServerLeftBehind() throws IOException {
        DeliveryFiles files = server.part(DeliveryFiles.class);
        Deliveries deliveries = server.part(Deliveries.class);
        UUID kept = UUID.fromString(brought());
        UUID lost = UUID.randomUUID();
        Files.createDirectories(files.files(place.office(), lost));

        files.sweep(id -> !id.equals(lost) && (id.equals(kept) || deliveries.thereWithoutScope(id)));

        assertThat(files.files(place.office(), lost).getParent()).doesNotExist();
        assertThat(files.files(place.office(), kept)).isDirectory();
    }

    private String brought() {
        return Brought.bring(prosecutor, REGISTERS, Map.of("社区矫正对象.csv", CORRECTION))
                .json()
                .at("/id")
                .asString();
    }
}
