package cn.mingjian.server.source;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.model.folder.Folders;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Register;
import cn.mingjian.server.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A server that is killed while it takes files of a watched folder in. {@code -Dmingjian.watched-kills=20} makes more rounds
 * of it, {@code -Dmingjian.watched-kill-seed} other moments.
 */
class WatchedKillTest {

    private static final int ROUNDS = Integer.getInteger("mingjian.watched-kills", 2);
    private static final int FILES = 2;
    private static final int ROWS = 20_000;
    private static final int LEAST_WAIT = 1_500;
    private static final int MOST_WAIT = 6_000;
    private static final int PATIENCE = 600;

    private final Random random = new Random(Long.getLong("mingjian.watched-kill-seed", 1));

    @Test
    void shouldTakeEveryFileOnceWhenTheServerIsKilled(@TempDir Path data, @TempDir Path folder) throws Exception {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
        Map<String, String> settings = Map.of(
                "MINGJIAN_SOURCES_WATCHED_0_FOLDER", folder.toString(),
                "MINGJIAN_SOURCES_WATCHED_0_STEWARD", "county-data-steward",
                "MINGJIAN_SOURCES_LIMITS_QUIETSECONDS", "1");
        ServerProcess server = ServerProcess.start(data, settings);
        try {
            Person person = server.signedIn("county-data-steward");
            String dataset = Register.dataset(person);
            WatchedFolderTest.further(person, dataset);
            List<String> put = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < FILES; i++) {
                    String name = round + "-" + i + ".csv";
                    int rows = ROWS + put.size(); // no two are the same
                    Files.write(folder.resolve(name), Register.gb18030(Register.month("2024-04", rows, 0)));
                    put.add(name);
                }
                Thread.sleep(LEAST_WAIT + random.nextInt(MOST_WAIT - LEAST_WAIT));
                server.kill();
                server = ServerProcess.start(data, settings);
            }
            Person steward = server.signedIn("county-data-steward");
            List<JsonNode> versions = ended(steward, dataset, put.size() + 2);

            assertThat(taken(folder)).containsExactlyInAnyOrderElementsOf(put);
            assertThat(Folders.list(folder.resolve("taking"))).isEmpty();
            assertThat(Folders.list(folder.resolve("refused"))).isEmpty();
            assertThat(versions)
                    .allSatisfy(version ->
                            assertThat(version.at("/state").asString()).isEqualTo("READY"));
            assertThat(versions.stream().map(version -> version.at("/files/0").asString()))
                    .containsExactlyInAnyOrderElementsOf(with(with(put, "a.csv"), "b.csv"));
        } finally {
            server.stop();
        }
    }

    private static List<String> with(List<String> names, String one) {
        List<String> all = new ArrayList<>(names);
        all.add(one);
        return all;
    }

    private static List<String> taken(Path folder) throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE && !Folders.list(folder.resolve("taking")).isEmpty(); i++) {
            Thread.sleep(100);
        }
        List<String> names = new ArrayList<>();
        for (Path claim : Folders.list(folder.resolve("taken"))) {
            Folders.list(claim).stream()
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .forEach(names::add);
        }
        return names;
    }

    /** The versions once there are so many and none is taken in any more. */
    private static List<JsonNode> ended(Person steward, String dataset, int wanted) throws InterruptedException {
        List<JsonNode> versions = List.of();
        for (int i = 0; i < PATIENCE; i++) {
            versions = List.copyOf(steward.get("/api/v1/datasets/" + dataset)
                    .json()
                    .at("/versions")
                    .values());
            if (versions.size() >= wanted
                    && versions.stream()
                            .noneMatch(
                                    version -> version.at("/state").asString().equals("READING"))) {
                break;
            }
            Thread.sleep(200);
        }
        return versions;
    }
}
