package cn.mingjian.server.run;

import cn.mingjian.model.library.Library;
import cn.mingjian.sample.SampleCounty;
import cn.mingjian.sample.SampleOrder;
import cn.mingjian.server.testing.Brought;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.SampleRuns;
import cn.mingjian.server.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** How long after the stop of a run its process and its folder are gone. {@code bench/stop/run} begins it. */
public final class StopTimes {

    private static final int LONGEST = 6000;

    private StopTimes() {}

    /** {@code FOLDER SCALE TIMES SEED}. */
    public static void main(String[] arguments) throws Exception {
        Path data = Files.createDirectories(Path.of(arguments[0]));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
        Random random = new Random(Long.parseLong(arguments[3]));
        ServerProcess server = ServerProcess.start(data);
        try {
            Person person = server.signedIn("county-prosecutor");
            UUID delivery = deliver(person, data, Integer.parseInt(arguments[1]));
            for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                System.out.println(stop(person, delivery, data.resolve("work"), random.nextInt(LONGEST)));
            }
        } finally {
            server.stop();
        }
    }

    private static UUID deliver(Person person, Path data, int scale) throws IOException, InterruptedException {
        Path county = data.resolve("county");
        Library library = Library.open(Path.of(System.getProperty("mingjian.home", ".."), "library"));
        SampleCounty.write(
                new SampleOrder(scale, 1, 1, SampleOrder.DEFAULT_AS_OF, library.contracts()),
                county,
                (register, rows, done, of) -> {});
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : new String[] {"benefit_payment.csv", "death_record.csv", "judgment_exec.csv"}) {
            files.put(name, Files.readAllBytes(county.resolve(name)));
        }
        String id = person.upload(Brought.DELIVERIES, Map.of("kind", "registers"), files)
                .json()
                .at("/id")
                .asString();
        Brought.read(person, id);
        return UUID.fromString(id);
    }

    private static String stop(Person person, UUID delivery, Path work, int delay)
            throws IOException, InterruptedException {
        Map<String, Object> wish = SampleRuns.wish(delivery);
        wish.put("model", "benefits-after-death-or-sentence");
        String run = "/api/v1/runs/"
                + person.post("/api/v1/runs", wish).json().at("/id").asString();
        while (person.get(run).json().at("/state").asString().equals("QUEUED")) {
            Thread.sleep(20);
        }
        Thread.sleep(delay);
        JsonNode page = person.get(run).json();
        long before = System.nanoTime();
        person.post(run + "/stop", Map.of());
        long answered = System.nanoTime();
        while (busy(work)) {
            Thread.sleep(5);
        }
        long quiet = System.nanoTime();
        return "%s, %s: answered after %d ms, at rest after %d ms"
                .formatted(
                        page.at("/state").asString(),
                        page.at("/progress/phase/en").asString("ended"),
                        (answered - before) / 1_000_000,
                        (quiet - before) / 1_000_000);
    }

    private static boolean busy(Path work) throws IOException {
        try (Stream<Path> found = Files.list(work)) {
            return found.anyMatch(path -> path.getFileName().toString().startsWith("run-"));
        }
    }
}
