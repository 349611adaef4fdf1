package cn.mingjian.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.model.library.Library;
import cn.mingjian.sample.SampleCounty;
import cn.mingjian.sample.SampleOrder;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.SampleRuns;
import cn.mingjian.server.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A server that is killed at a random moment of a run, with another run waiting behind it. {@code -Dmingjian.server-kills=50} makes
 * more rounds of it, {@code -Dmingjian.server-kill-seed} other moments.
 */
class ServerKillTest {

    private static final String RUNS = "/api/v1/runs";
    private static final String LOGIN = "county-prosecutor";
    private static final int ROUNDS = Integer.getInteger("mingjian.server-kills", 1);
    private static final List<String> MOMENTS = List.of("running", "importing", "queued", "accepting");
    private static final int MOST_WAIT = 400;

    private final Random random = new Random(Long.getLong("mingjian.server-kill-seed", 1));
    private final Map<String, Integer> killedWhile = new TreeMap<>();
    private final Map<String, Integer> endedAs = new TreeMap<>();
    private long longest;

    @Test
    void shouldEndEveryRunWhollyOrNotAtAllWhenTheServerIsKilled(@TempDir Path data) throws Exception {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
        ServerProcess server = ServerProcess.start(data);
        try {
            UUID delivery = deliver(server, county(data));
            Person person = server.signedIn(LOGIN);
            String undisturbed = order(person, delivery);
            assertThat(SampleRuns.ended(person, undisturbed).at("/state").asString())
                    .isEqualTo("DONE");
            List<String> expected = clues(server, undisturbed);
            assertThat(expected).isNotEmpty();
            for (int round = 0; round < ROUNDS; round++) {
                server = round(server, data, delivery, MOMENTS.get(round % MOMENTS.size()), expected);
            }
        } finally {
            server.stop();
        }
        System.out.printf(
                "%d rounds; killed while %s; ended as %s; longest from restart to end %d s%n",
                ROUNDS, killedWhile, endedAs, longest / 1000);
    }

    private ServerProcess round(ServerProcess server, Path data, UUID delivery, String moment, List<String> expected)
            throws Exception {
        Person person = server.signedIn(LOGIN);
        List<String> runs = List.of(order(person, delivery), order(person, delivery));
        await(person, runs.get(0), moment);
        Thread.sleep(random.nextInt(MOST_WAIT));
        String phase = phase(person.get(RUNS + "/" + runs.get(0)).json());
        server.kill();
        killedWhile.merge(phase, 1, Integer::sum);

        ServerProcess next = ServerProcess.start(data);
        final long restarted = System.currentTimeMillis();
        Person again = next.signedIn(LOGIN);
        for (String run : runs) {
            JsonNode page = SampleRuns.ended(again, run);
            endedAs.merge(page.at("/state").asString(), 1, Integer::sum);
            if (page.at("/state").asString().equals("DONE")) {
                assertThat(clues(next, run)).isEqualTo(expected);
                assertThat(page.at("/clues").asInt()).isEqualTo(expected.size());
                assertThat(attempts(next, run)).hasSize(1);
            } else {
                assertThat(page.at("/state").asString()).isEqualTo("FAILED");
                assertThat(page.at("/problems/0/message/zh").asString()).isNotEmpty();
                assertThat(clues(next, run)).isEmpty();
                assertThat(attempts(next, run)).isEmpty();
            }
        }
        longest = Math.max(longest, System.currentTimeMillis() - restarted);
        return next;
    }

    private static String order(Person person, UUID delivery) {
        return person.post(RUNS, SampleRuns.wish(delivery)).json().at("/id").asString();
    }

    /** Waits until a run is at a moment, or past it. */
    private static void await(Person person, String run, String moment) {
        int wanted =
                List.of("queued", "importing", "running", "accepting", "ended").indexOf(moment);
        int at;
        do {
            at = List.of("queued", "importing", "running", "accepting", "ended")
                    .indexOf(phase(person.get(RUNS + "/" + run).json()));
        } while (at < wanted);
    }

    private static String phase(JsonNode page) {
        if (page.at("/progress/phase/en").asString("").startsWith("Registering")) {
            return "accepting";
        }
        return switch (page.at("/state").asString()) {
            case "QUEUED" -> "queued";
            case "IMPORTING" -> "importing";
            case "RUNNING" -> "running";
            default -> "ended";
        };
    }

    private static Path county(Path data) {
        Path county = data.resolve("county");
        Library library = Library.open(Path.of("..", "library"));
        SampleCounty.write(
                new SampleOrder(1, 1, 1, SampleOrder.DEFAULT_AS_OF, library.contracts()),
                county,
                (register, rows, done, of) -> {});
        return county;
    }

    /** Puts a delivery there as if somebody had brought it. */
    private static UUID deliver(ServerProcess server, Path county) throws SQLException, IOException {
        UUID id = UUID.randomUUID();
        try (Connection database = server.database();
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("select set_config('mingjian.actor', 'SYSTEM 0', true)");
            statement.execute("insert into delivery (id, office_id, department_id, brought_by, brought_at, kind, title,"
                    + " state, files, bytes) select '" + id + "', office_id, department_id, id, now(), 'registers',"
                    + " 'county', 'READY', 1, 1 from account where login = '" + LOGIN + "'");
            try (ResultSet office =
                    statement.executeQuery("select office_id from account where login = '" + LOGIN + "'")) {
                office.next();
                Path target = server.folder().resolve("offices/" + office.getInt(1) + "/deliveries/" + id + "/files");
                Files.createDirectories(target);
                try (Stream<Path> files = Files.list(county)) {
                    for (Path file : files.toList()) {
                        Files.copy(file, target.resolve(file.getFileName()));
                    }
                }
            }
            database.commit();
        }
        return id;
    }

    private static List<String> clues(ServerProcess server, String run) throws SQLException, IOException {
        List<String> clues = new ArrayList<>();
        try (Connection database = server.database();
                PreparedStatement query = database.prepareStatement(
                        "select clue_id, grade, title_zh from clue where run_id = cast(? as uuid) order by number")) {
            query.setString(1, run);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    clues.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3));
                }
            }
        }
        return clues;
    }

    /** The folders of results that are kept of a run. */
    private static List<Path> attempts(ServerProcess server, String run) throws IOException {
        try (Stream<Path> offices = Files.list(server.folder().resolve("offices"))) {
            List<Path> found = new ArrayList<>();
            for (Path office : offices.toList()) {
                Path folder = office.resolve("runs").resolve(run);
                if (Files.isDirectory(folder)) {
                    try (Stream<Path> attempts = Files.list(folder)) {
                        attempts.forEach(found::add);
                    }
                }
            }
            return found;
        }
    }
}
