package cn.mingjian.server.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.model.library.Library;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.sample.SampleCounty;
import cn.mingjian.sample.SampleOrder;
import cn.mingjian.server.StartedServer;
import cn.mingjian.server.audit.AuditChain;
import cn.mingjian.server.cipher.Passphrase;
import cn.mingjian.server.installation.ServerSettings;
import cn.mingjian.server.postgres.EmbeddedPostgres;
import cn.mingjian.server.postgres.StateDatabase;
import cn.mingjian.server.testing.Brought;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.SampleRuns;
import cn.mingjian.server.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One installation with deliveries, documents, a run and clues, backed up while it runs, and brought back elsewhere. */
class BackupTest {

    private static final Passphrase PASSPHRASE = new Passphrase("a passphrase of the test");
    private static final String LOGIN = "county-prosecutor";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path folder;

    private static ServerSettings source;
    private static Path file;
    private static List<String> pages;
    private static String run;
    private static String registers;
    private static String documents;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path here;

    @BeforeAll
    static void backUpAnInstallationThatRuns() throws Exception {
        enterable(folder);
        Path data = enterable(Files.createDirectory(folder.resolve("source")));
        source = settings(data);
        file = folder.resolve("backup");
        ServerProcess server = ServerProcess.start(data);
        try {
            Person person = server.signedIn(LOGIN);
            registers = deliver(person);
            documents = Brought.bring(person, "criminal-judgment", Map.of("判决.txt", Brought.JUDGMENT))
                    .json()
                    .at("/id")
                    .asString();
            run = person.post("/api/v1/runs", SampleRuns.wish(UUID.fromString(registers)))
                    .json()
                    .at("/id")
                    .asString();
            assertThat(SampleRuns.ended(person, run).at("/state").asString()).isEqualTo("DONE");
            pages = pages(person);
            Backup.write(source, Way.WHOLE, file, PASSPHRASE);
        } finally {
            server.stop();
        }
    }

    @AfterAll
    static void shouldHaveLeftNothingBeside() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            assertThat(found.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("source", "backup");
        }
    }

    @BeforeEach
    void letTheDatabaseIn() throws IOException {
        enterable(here);
    }

    @Test
    void shouldBeSealedAndReadableByItsOwnerAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new String(Files.readAllBytes(file), UTF_8))
                .startsWith("MJSEALED")
                .doesNotContain("county");
        assertThat(Restore.check(file, PASSPHRASE).way()).isEqualTo(Way.WHOLE);
    }

    @Test
    void shouldBringBackAnInstallationIntoADatabaseOfItsOwn() throws Exception {
        Path data = here.resolve("data");

        Restore.from(settings(data), Way.WHOLE, file, PASSPHRASE);

        assertThat(data.resolve("restoring")).doesNotExist();
        assertEqualFiles(data);
        ServerProcess server = ServerProcess.start(data);
        try {
            assertThat(pages(server.signedIn(LOGIN))).isEqualTo(pages);
            KeptState.assertWholeChain(settings(data));
        } finally {
            server.stop();
        }
    }

    @Test
    void shouldBringBackAnInstallationIntoAnOutsideDatabase() throws Exception {
        Path data = here.resolve("data");
        try (EmbeddedPostgres outside = EmbeddedPostgres.start(here.resolve("outside"))) {
            ServerSettings settings =
                    settings(data).withDatabase(outside.url() + "?user=mingjian", here.resolve("outside/password"));

            Restore.from(settings, Way.WHOLE, file, PASSPHRASE);

            assertThat(data.resolve("postgres")).doesNotExist();
            assertEqualFiles(data);
            ServerProcess server = ServerProcess.start(settings);
            try {
                assertThat(pages(server.signedIn(LOGIN))).isEqualTo(pages);
                assertThat(refusal(settings, file, PASSPHRASE)).isEqualTo("server.restore-not-empty");
                assertThat(refusal(elsewhere(settings), file, PASSPHRASE)).isEqualTo("server.restore-in-use");
                Path again = here.resolve("again");
                Backup.write(settings, Way.WHOLE, again, PASSPHRASE);
                KeptState.assertWholeChain(settings);
            } finally {
                server.stop();
            }
            assertThat(refusal(elsewhere(settings), file, PASSPHRASE)).isEqualTo("server.restore-database-not-empty");
        }
    }

    @Test
    void shouldWriteNothingWhenTheFileCannotBeUsed() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] flipped = bytes.clone();
        flipped[bytes.length / 2] ^= 1;
        ServerSettings settings = settings(here.resolve("data"));

        assertThat(refusal(settings, file, new Passphrase("another passphrase")))
                .isEqualTo("server.sealed-passphrase");
        assertThat(refusal(settings, written(flipped), PASSPHRASE)).isEqualTo("server.sealed-changed");
        assertThat(refusal(settings, written(Arrays.copyOf(bytes, bytes.length - 1)), PASSPHRASE))
                .isEqualTo("server.sealed-cut");
        assertThat(refusal(settings, written("text".getBytes(UTF_8)), PASSPHRASE))
                .isEqualTo("server.sealed-none");
        assertThat(refusal(settings, here.resolve("nothing"), PASSPHRASE)).isEqualTo("server.backup-missing");
        assertThat(settings.data()).doesNotExist();
    }

    @Test
    void shouldRefuseABackupOfANewerVersion() throws IOException {
        Manifest newer = new Manifest(
                Manifest.FORM,
                "9.0",
                "2030-01-01T00:00:00Z",
                Way.WHOLE,
                List.of(new Manifest.Migration(1, 1), new Manifest.Migration(99_999, 1)),
                List.of());
        Path future = here.resolve("future");
        try (ArchiveWriter archive = ArchiveWriter.begin(future, PASSPHRASE)) {
            archive.add(Manifest.NAME, JsonMapper.shared().writeValueAsBytes(newer));
            archive.finish();
        }
        ServerSettings settings = settings(here.resolve("data"));

        assertThat(refusal(settings, future, PASSPHRASE)).isEqualTo("server.backup-newer");
        assertThat(settings.data()).doesNotExist();
    }

    @Test
    void shouldLeaveAnInstallationAloneThatIsNotEmpty() {
        assertThat(refusal(source, file, PASSPHRASE)).isEqualTo("server.restore-not-empty");
        assertThat(source.restoring()).doesNotExist();
    }

    @Test
    void shouldUndoEverythingWhenTheRestoreFailsOnTheWay() throws Exception {
        Path data = Files.createDirectory(here.resolve("data"));
        enterable(data);
        Files.createDirectory(data.resolve("offices")); // is there already, and empty
        Path broken = withoutItsEnd();

        assertThat(refusal(settings(data), broken, PASSPHRASE)).isEqualTo("server.backup-strange");

        try (Stream<Path> found = Files.list(data)) {
            assertThat(found).isEmpty();
        }
    }

    @Test
    void shouldRestoreWhollyAfterARestoreThatWasKilled() throws Exception {
        Path data = here.resolve("data");
        Files.createDirectory(data);
        enterable(data);
        Process process = RestoreProcess.start(data, file, PASSPHRASE.text());
        while (!Files.exists(data.resolve("offices")) && process.isAlive()) {
            Thread.sleep(5);
        }
        process.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
        assertThat(data.resolve("restoring")).exists();
        assertThatThrownBy(() -> StartedServer.start(settings(data), List.of("--server.port=0")))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(code(e)).isEqualTo("server.restore-unfinished"));

        Restore.from(settings(data), Way.WHOLE, file, PASSPHRASE);

        assertEqualFiles(data);
    }

    @Test
    void shouldPutTheStateInPlaceOfAnotherAndLeaveFilesAlone() throws Exception {
        Path data = here.resolve("data");
        ServerSettings settings = settings(data);
        Restore.from(settings, Way.WHOLE, file, PASSPHRASE);
        Path state = here.resolve("state");
        Backup.write(settings, Way.STATE, state, PASSPHRASE);
        long entries = KeptState.entries(settings);
        KeptState.write(settings, "update clue set title_zh = ''");
        Files.writeString(data.resolve("state/added"), "after the backup");

        Restore.from(settings, Way.STATE, state, PASSPHRASE);

        assertEqualFiles(data);
        assertThat(KeptState.entries(settings)).isEqualTo(entries + 1);
        KeptState.assertWholeChain(settings);
        try (StateDatabase database = StateDatabase.open(settings)) {
            assertThat(JdbcClient.create(database.source())
                            .sql("select count(*) from clue where title_zh = ''")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void shouldRefuseAnOutsideDatabaseThatCannotBeUsed() throws Exception {
        Path wrong = Files.writeString(here.resolve("wrong"), "not the password\n");
        try (EmbeddedPostgres outside = EmbeddedPostgres.start(here.resolve("outside"))) {
            Path password = here.resolve("outside/password");
            String url = outside.url() + "?user=mingjian";

            assertThat(refusal(url, wrong)).isEqualTo("server.database-refused");
            assertThat(refusal(url.replace("/postgres?", "/nothing?"), password))
                    .isEqualTo("server.database-missing");
            assertThat(refusal("jdbc:postgresql://127.0.0.1:1/postgres?user=mingjian", password))
                    .isEqualTo("server.database-silent");
            assertThat(refusal("postgresql://127.0.0.1/postgres", password)).isEqualTo("server.database-address");
            KeptState.write(settings(here).withDatabase(url, password), """
                    create database latin encoding 'LATIN1' locale_provider 'libc' locale 'C' template template0
                    """);
            assertThat(refusal(url.replace("/postgres?", "/latin?"), password)).isEqualTo("server.database-encoding");
        }
    }

    private String refusal(String url, Path password) {
        ServerSettings settings = settings(here).withDatabase(url, password);
        try (StateDatabase database = StateDatabase.open(settings)) {
            return "opened " + database;
        } catch (ProblemException e) {
            return code(e);
        }
    }

    private static String refusal(ServerSettings settings, Path backup, Passphrase passphrase) {
        try {
            return "restored " + Restore.from(settings, Way.WHOLE, backup, passphrase);
        } catch (ProblemException e) {
            return code(e);
        }
    }

    private static String code(ProblemException e) {
        return e.problems().get(0).code();
    }

    private ServerSettings elsewhere(ServerSettings settings) {
        return settings(here.resolve("elsewhere")).withDatabase(settings.database(), settings.databasePasswordFile());
    }

    private Path written(byte[] content) throws IOException {
        return Files.write(here.resolve("changed"), content);
    }

    /** The backup, sealed anew without what it ends with. */
    private Path withoutItsEnd() throws IOException {
        Path target = here.resolve("broken");
        try (ArchiveReader from = ArchiveReader.open(file, PASSPHRASE);
                ArchiveWriter to = ArchiveWriter.begin(target, PASSPHRASE)) {
            for (var entry = from.next(); entry.isPresent(); entry = from.next()) {
                String name = entry.get().getName();
                if (name.equals(Manifest.NAME) || name.startsWith(Entries.ROWS)) {
                    to.add(name, from.content().readAllBytes());
                }
            }
            to.finish();
        }
        return target;
    }

    private static ServerSettings settings(Path data) {
        return new ServerSettings(Path.of("..").toAbsolutePath().normalize(), data, null, null);
    }

    private static Path enterable(Path path) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
    }

    private static String deliver(Person person) throws IOException {
        Path county = folder.resolve("source/county");
        Library library = Library.open(Path.of("..", "library"));
        SampleCounty.write(
                new SampleOrder(1, 1, 1, SampleOrder.DEFAULT_AS_OF, library.contracts()),
                county,
                (register, rows, done, of) -> {});
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> found = Files.list(county)) {
            for (Path register :
                    found.filter(path -> !path.endsWith("truth.csv")).toList()) {
                files.put(register.getFileName().toString(), Files.readAllBytes(register));
            }
        }
        return person.upload(Brought.DELIVERIES, Map.of("kind", "registers"), files)
                .json()
                .at("/id")
                .asString();
    }

    /** The pages of the run, of its clues, and of a document. */
    private static List<String> pages(Person person) throws InterruptedException {
        List<String> pages = new ArrayList<>();
        pages.add(person.get("/api/v1/runs/" + run).text());
        String list = "/api/v1/runs/" + run + "/clues";
        JsonNode clues = person.get(list).json();
        assertThat(clues.at("/items")).isNotEmpty();
        pages.add(clues.toString());
        for (JsonNode clue : clues.at("/items")) {
            Person.Answer page = person.get(list + "/" + clue.at("/clueId").asString());
            assertThat(page.status()).isEqualTo(200);
            pages.add(page.text());
        }
        pages.add(Brought.read(person, registers).toString());
        pages.add(Brought.read(person, documents).toString());
        Person.Answer document = person.get(Brought.DELIVERIES + "/" + documents + "/documents/1");
        assertThat(document.status()).isEqualTo(200);
        pages.add(document.text());
        return pages;
    }

    private static void assertEqualFiles(Path data) throws IOException {
        for (String kept : List.of("offices", "packages", "state")) {
            Map<String, String> expected = KeptState.tree(source.data().resolve(kept));
            expected.remove(AuditChain.HEAD_FILE); // noted anew by the first act
            assertThat(KeptState.tree(data.resolve(kept))).isEqualTo(expected);
        }
    }
}
