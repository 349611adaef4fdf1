package cn.mingjian.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.testing.Brought;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Register;
import cn.mingjian.server.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A server that is killed while it takes a version in. {@code -Dmingjian.intake-kills=25} makes more rounds of it,
 * {@code -Dmingjian.intake-kill-seed} other moments.
 */
class IntakeKillTest {

    private static final int ROUNDS = Integer.getInteger("mingjian.intake-kills", 2);
    private static final int ROWS = 60_000;
    private static final int BAD = 600;
    private static final int MOST_WAIT = 1_500;

    private final Random random = new Random(Long.getLong("mingjian.intake-kill-seed", 1));

    @Test
    void shouldTakeAVersionInWhollyOrNotAtAllWhenTheServerIsKilled(@TempDir Path data) throws Exception {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
        ServerProcess server = ServerProcess.start(data);
        int whileReading = 0;
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Person steward = server.signedIn("county-data-steward");
                String delivery =
                        Register.bring(steward, "3月.csv", Register.gb18030(Register.month("2024-03", ROWS, BAD)));
                JsonNode ordered = Register.take(steward, delivery, "", "FULL").json();
                Thread.sleep(random.nextInt(MOST_WAIT));
                String state =
                        steward.get(path(ordered)).json().at("/version/state").asString();
                server.kill();
                whileReading += state.equals("READING") ? 1 : 0;

                server = ServerProcess.start(data);
                Person again = server.signedIn("county-data-steward");
                JsonNode version = Register.ended(again, ordered);
                assertThat(version.at("/version/state").asString()).isEqualTo("READY");
                assertThat(version.at("/version/rows").asInt()).isEqualTo(ROWS - BAD);
                assertThat(version.at("/version/rejected").asInt()).isEqualTo(BAD);
                assertThat(again.get(Brought.DELIVERIES + "/" + delivery).status())
                        .isEqualTo(404);
                assertThat(left(data, "deliveries")).isZero();
                assertThat(left(data, "datasets")).isEqualTo(round + 1);
            }
        } finally {
            server.stop();
        }
        System.out.printf("%d rounds, %d killed while a version was taken in%n", ROUNDS, whileReading);
        assertThat(whileReading).isPositive();
    }

    private static String path(JsonNode ordered) {
        return "/api/v1/datasets/" + ordered.at("/dataset/id").asString() + "/versions/"
                + ordered.at("/version/number").asInt();
    }

    /** What lies under a folder of all offices: deliveries, or versions of datasets whether whole or not. */
    private static long left(Path data, String kind) throws IOException {
        try (Stream<Path> found = Files.walk(data.resolve("offices"), 4)) {
            return found.filter(path -> {
                        Path parent = path.getParent();
                        Path above = parent == null ? null : parent.getParent();
                        boolean delivery = parent != null && parent.endsWith(kind) && kind.equals("deliveries");
                        boolean version = above != null && above.endsWith(kind) && kind.equals("datasets");
                        return delivery || version;
                    })
                    .count();
        }
    }
}
