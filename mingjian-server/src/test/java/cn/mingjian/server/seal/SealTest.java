package cn.mingjian.server.seal;

import static cn.mingjian.server.testing.Openings.WISH;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.model.library.Library;
import cn.mingjian.sample.SampleCounty;
import cn.mingjian.sample.SampleOrder;
import cn.mingjian.server.testing.Brought;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.SampleRuns;
import cn.mingjian.server.testing.ServerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One installation that begins to seal what it keeps, is started locked, unlocked, and started again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SealTest {

    private static final String PROSECUTOR = "county-prosecutor";
    private static final String OFFICER = "county-protection-officer";
    private static final String PASSPHRASE = "what the second person knows";
    private static final String SEAL = "/api/v1/seal";
    private static final String UNLOCK = SEAL + "/unlocking";
    private static final String CLEAR = "clues.jsonl";
    private static final int FIRST_CHUNK = 1000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path folder;

    private static Path data;
    private static ServerProcess server;
    private static Person prosecutor;
    private static UUID delivery;
    private static String run;
    private static String clue;
    private static String opened;
    private static String queued = "";

    @BeforeAll
    static void runWhileNothingIsSealed() throws Exception {
        enterable(folder);
        data = enterable(Files.createDirectory(folder.resolve("data")));
        server = ServerProcess.start(data);
        prosecutor = server.signedIn(PROSECUTOR);
        delivery = deliver();
        run = order();
        assertThat(SampleRuns.ended(prosecutor, run).at("/state").asString()).isEqualTo("DONE");
        clue = prosecutor
                .get("/api/v1/runs/" + run + "/clues")
                .json()
                .at("/items/0/clueId")
                .asString();
        opened = opening().json().at("/clue").toString();
        assertThat(state()).isEqualTo("NONE");
        server.stop();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    @Order(1)
    void shouldSealWhatLiesInClearAndNothingTwice() throws Exception {
        assertThat(kept(run)).startsWith("{");

        assertThat(seal()).contains("2 files were sealed");

        assertThat(kept(run)).startsWith("MJSEALED").doesNotContain("clue_id");
        assertThat(Files.readString(file(run, "masked.jsonl"))).contains("clue_id");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(run, CLEAR))))
                .isEqualTo("rw-------");
        assertThat(seal()).contains("0 files were sealed");
    }

    @Test
    @Order(2)
    void shouldOpenNothingAndRunNothingWhileItIsLocked() throws Exception {
        server = ServerProcess.start(data);
        prosecutor = server.signedIn(PROSECUTOR);

        assertThat(state()).isEqualTo("LOCKED");
        assertThat(prosecutor.get("/api/v1/runs/" + run + "/clues/" + clue).status())
                .isEqualTo(200);
        assertThat(opening().problem()).isEqualTo("server.seal-locked");
        assertThat(opening().status()).isEqualTo(423);
        queued = order();
        Thread.sleep(3000); // a queue that went on would have begun it
        assertThat(prosecutor.get("/api/v1/runs/" + queued).json().at("/state").asString())
                .isEqualTo("QUEUED");
    }

    @Test
    @Order(3)
    void shouldBeUnlockedByTheOfficerWhoKnowsThePassphraseAlone() throws Exception {
        Person officer = server.signedIn(OFFICER);

        assertThat(prosecutor.post(UNLOCK, word(PASSPHRASE)).status()).isEqualTo(403);
        assertThat(officer.post(UNLOCK, word("another word of mine")).problem()).isEqualTo("server.seal-word-wrong");
        assertThat(officer.post(UNLOCK, word("short")).problem()).isEqualTo("server.seal-word-wrong");
        assertThat(state()).isEqualTo("LOCKED");
        assertThat(officer.post(UNLOCK, word(PASSPHRASE)).json().at("/state").asString())
                .isEqualTo("OPEN");

        assertThat(officer.post(UNLOCK, word(PASSPHRASE)).problem()).isEqualTo("server.seal-not-locked");
        assertThat(opening().json().at("/clue").toString()).isEqualTo(opened);
        assertThat(SampleRuns.ended(prosecutor, queued).at("/state").asString()).isEqualTo("DONE");
        assertThat(kept(queued)).startsWith("MJSEALED");
        assertThat(acts())
                .containsSequence("installation.unlock-refused", "installation.unlock-refused", "installation.unlock");
    }

    @Test
    @Order(4)
    void shouldGiveAllValuesOnceAndLeaveNoneOfThemInTheWorkFolder() throws Exception {
        String base = "/api/v1/runs/" + run + "/opening-requests";
        String id = prosecutor.post(base, WISH).json().at("/id").asString();
        Person head = server.signedIn("county-department-head");
        head.put("/api/v1/opening-requests/" + id + "/decision", Map.of("allow", true, "words", "核实需要"));

        Answer workbook = prosecutor.post(base + "/" + id + "/clues.xlsx", Map.of());

        assertThat(workbook.status()).isEqualTo(200);
        try (Stream<Path> left = Files.walk(data.resolve("work"))) {
            assertThat(left.filter(path -> path.endsWith(CLEAR))).isEmpty();
        }
    }

    @Test
    @Order(5)
    void shouldNotTakeTheFileOfAnotherRunForThis() throws Exception {
        Path own = file(run, CLEAR);
        byte[] whole = Files.readAllBytes(own);
        Files.copy(file(queued, CLEAR), own, StandardCopyOption.REPLACE_EXISTING);

        assertThat(opening().problem()).isEqualTo("server.kept-unreadable");

        whole[FIRST_CHUNK] ^= 1;
        Files.write(own, whole);
        assertThat(opening().problem()).isEqualTo("server.kept-unreadable");
        whole[FIRST_CHUNK] ^= 1;
        Files.write(own, whole);
        assertThat(opening().status()).isEqualTo(200);
    }

    @Test
    @Order(6)
    void shouldLetNobodyGuess() {
        server.kill();
        server = ServerProcess.start(data);
        prosecutor = server.signedIn(PROSECUTOR);
        Person officer = server.signedIn(OFFICER);

        for (int i = 0; i < 5; i++) {
            assertThat(officer.post(UNLOCK, word("a guess of number " + i)).status())
                    .isEqualTo(403);
        }

        assertThat(officer.post(UNLOCK, word(PASSPHRASE)).status()).isEqualTo(429);
        assertThat(state()).isEqualTo("LOCKED");
    }

    @Test
    @Order(7)
    void shouldHandTheKeyOverToANewPassphrase() throws Exception {
        server.stop();
        String later = "what her successor knows";

        assertThat(seal("--anew", "--new-passphrase-file", written("later", later)))
                .contains("kept under the new passphrase");

        server = ServerProcess.start(data);
        prosecutor = server.signedIn(PROSECUTOR);
        Person officer = server.signedIn(OFFICER);
        assertThat(officer.post(UNLOCK, word(PASSPHRASE)).status()).isEqualTo(403);
        assertThat(officer.post(UNLOCK, word(later)).status()).isEqualTo(200);
        assertThat(opening().json().at("/clue").toString()).isEqualTo(opened);
    }

    private static String state() {
        return prosecutor.get(SEAL).json().at("/state").asString();
    }

    private static Answer opening() {
        return prosecutor.post("/api/v1/runs/" + run + "/clues/" + clue + "/opening", WISH);
    }

    private static Map<String, String> word(String word) {
        return Map.of("word", word);
    }

    private static List<String> acts() {
        List<String> newestFirst = server.signedIn("county-audit-admin")
                .get("/api/v1/audit/entries?size=200")
                .json()
                .at("/items")
                .findValuesAsString("act");
        List<String> acts = new ArrayList<>(newestFirst);
        Collections.reverse(acts);
        return acts;
    }

    private static String order() {
        Map<String, Object> wish = SampleRuns.wish(delivery);
        wish.put("model", "benefits-after-death-or-sentence");
        return prosecutor.post("/api/v1/runs", wish).json().at("/id").asString();
    }

    private static UUID deliver() throws IOException {
        Path county = folder.resolve("county");
        SampleCounty.write(
                new SampleOrder(
                        1,
                        1,
                        1,
                        SampleOrder.DEFAULT_AS_OF,
                        Library.open(Path.of("..", "library")).contracts()),
                county,
                (register, rows, done, of) -> {});
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> found = Files.list(county)) {
            for (Path register :
                    found.filter(path -> !path.endsWith("truth.csv")).toList()) {
                files.put(register.getFileName().toString(), Files.readAllBytes(register));
            }
        }
        return UUID.fromString(prosecutor
                .upload(Brought.DELIVERIES, Map.of("kind", "registers"), files)
                .json()
                .at("/id")
                .asString());
    }

    private static String kept(String id) throws IOException {
        return Files.readString(file(id, CLEAR), StandardCharsets.ISO_8859_1);
    }

    private static Path file(String id, String name) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("offices"))) {
            return files.filter(path -> path.toString().contains(id) && path.endsWith(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String written(String name, String word) throws IOException {
        return Files.writeString(folder.resolve(name), word).toString();
    }

    /** Calls the command as a person at the machine does; gives what it said. */
    private static String seal(String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dmingjian.home=..",
                "-Dmingjian.data=" + data,
                "-cp",
                System.getProperty("java.class.path"),
                "cn.mingjian.server.Main",
                "seal",
                "--lang",
                "en",
                "--passphrase-file",
                written("word", PASSPHRASE)));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static Path enterable(Path path) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
    }
}
