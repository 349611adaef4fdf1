package cn.mingjian.server.testing;

import cn.mingjian.model.library.Library;
import cn.mingjian.sample.SampleCounty;
import cn.mingjian.sample.SampleOrder;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.testing.TestServer.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Deliveries of the sample county, and runs on them. */
public final class SampleRuns {

    /** A small model that finds something in the sample. */
    public static final String MODEL = "pollution-tax";

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final class County {
        static final Path FOLDER = write();

        private static Path write() {
            Path folder = TestServer.get().data().resolve("county");
            Library library = TestServer.get().part(Library.class);
            SampleCounty.write(
                    new SampleOrder(1, 1, 1, SampleOrder.DEFAULT_AS_OF, library.contracts()),
                    folder,
                    (register, rows, done, of) -> {});
            return folder;
        }
    }

    private SampleRuns() {}

    /** The files of the sample county. */
    public static Path county() {
        return County.FOLDER;
    }

    /** The sample county as a delivery of a department, brought by an account. */
    public static UUID delivery(Place place, String login) {
        try (Stream<Path> files = Files.list(County.FOLDER)) {
            return delivery(place, login, files.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files as a delivery of a department, brought by an account. */
    public static UUID delivery(Place place, String login, List<Path> files) {
        TestServer server = TestServer.get();
        UUID id = UUID.randomUUID();
        Path folder = server.data().resolve("offices/" + place.office() + "/deliveries/" + id + "/files");
        try {
            Files.createDirectories(folder);
            for (Path file : files) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Actor actor = new Actor(0, Actor.Kind.SYSTEM, 0, 0, Set.of());
        server.part(Acts.class)
                .write(actor, Act.of("test.delivery", "delivery", id), () -> server.part(JdbcClient.class)
                        .sql("""
                        insert into delivery
                            (id, office_id, department_id, brought_by, brought_at, kind, title, state, files, bytes)
                        select ?, ?, ?, account.id, now(), 'registers', '示例县', 'READY', 1, 1
                        from account where login = ?
                        """)
                        .params(id, place.office(), place.department(), login)
                        .update());
        return id;
    }

    /** An order that can be carried out; a test changes what it is about. */
    public static Map<String, Object> wish(UUID delivery) {
        return new HashMap<>(Map.of(
                "model",
                MODEL,
                "delivery",
                delivery.toString(),
                "purpose",
                "CASE",
                "purposeText",
                "示检公益〔2024〕1号",
                "asOf",
                SampleOrder.DEFAULT_AS_OF.toString(),
                "asOfReason",
                "数据截至这一天",
                "parameters",
                Map.of()));
    }

    /** A run once it has ended. */
    public static JsonNode ended(Person person, String run) {
        Instant latest = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(latest)) {
            JsonNode page = person.get("/api/v1/runs/" + run).json();
            if (Set.of("DONE", "FAILED", "STOPPED").contains(page.at("/state").asString())) {
                return page;
            }
            pause();
        }
        throw new AssertionError("The run did not end within " + PATIENCE);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
