package cn.mingjian.server.clue;

import cn.mingjian.model.library.Library;
import cn.mingjian.sample.SampleCounty;
import cn.mingjian.sample.SampleOrder;
import cn.mingjian.server.testing.Brought;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.SampleRuns;
import cn.mingjian.server.testing.ServerProcess;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How fast lists and pages of a run with very many clues are, and what its workbook costs. The clues are those of a run on
 * the sample county, repeated under other numbers. {@code bench/clues/run} begins it.
 */
public final class ManyClues {

    private static final int OK = 200;
    private static final int TIMES = 60;
    private static final String RUN = "/api/v1/runs/";
    private static final String COLUMNS = "office_id, department_id, rule, code, urgency, place, amount, time_limit,"
            + " against, undecided, title_zh, title_en, bodies, fingerprint, masked";

    private final Person person;
    private final ServerProcess server;
    private final String run;

    private ManyClues(ServerProcess server, Person person, String run) {
        this.server = server;
        this.person = person;
        this.run = run;
    }

    /** {@code FOLDER CLUES}. */
    public static void main(String[] arguments) throws Exception {
        Path data = Files.createDirectories(Path.of(arguments[0]));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
        ServerProcess server = ServerProcess.start(data);
        try {
            Person person = server.signedIn("county-prosecutor");
            UUID delivery = UUID.fromString(deliver(person, data));
            String run = order(person, delivery);
            String other = order(person, delivery);
            ManyClues many = new ManyClues(server, person, run);
            many.repeat(run, Integer.parseInt(arguments[1]));
            many.repeat(other, Integer.parseInt(arguments[1]));
            many.measure(other);
        } finally {
            server.stop();
        }
    }

    private static String deliver(Person person, Path data) throws IOException, InterruptedException {
        Path county = data.resolve("county");
        Library library = Library.open(Path.of(System.getProperty("mingjian.home", ".."), "library"));
        SampleCounty.write(
                new SampleOrder(1, 1, 1, SampleOrder.DEFAULT_AS_OF, library.contracts()),
                county,
                (register, rows, done, of) -> {});
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> found = Files.list(county)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        String id = person.upload(Brought.DELIVERIES, Map.of("kind", "registers"), files)
                .json()
                .at("/id")
                .asString();
        Brought.read(person, id);
        return id;
    }

    private static String order(Person person, UUID delivery) {
        String run = person.post("/api/v1/runs", SampleRuns.wish(delivery))
                .json()
                .at("/id")
                .asString();
        SampleRuns.ended(person, run);
        return run;
    }

    /** Repeats the clues of a run, in its table and in the file of its result. */
    private void repeat(String of, int wanted) throws SQLException, IOException {
        try (Connection database = server.database();
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("select set_config('mingjian.actor', 'SYSTEM 0', true)");
            String mine = " from clue where run_id = '" + of + "'";
            statement.execute("insert into clue (run_id, number, clue_id, grade, " + COLUMNS + ") select '" + of
                    + "', number + round * most, encode(sha256((clue_id || round)::bytea), 'hex'),"
                    + " (array['A', 'B', 'C'])[1 + (number + round) % 3], " + COLUMNS + " from (select *, max(number)"
                    + " over () as most" + mine + ") one, generate_series(1, 1 + " + wanted
                    + " / (select count(*)::int" + mine + ")) round where number + round * most <= " + wanted);
            statement.execute("update run set clues = (select count(*)" + mine + ") where id = '" + of + "'");
            database.commit();
            statement.execute("analyze clue");
            database.commit();
        }
        Path lines = result(of);
        List<String> once = Files.readAllLines(lines);
        try (BufferedWriter writer = Files.newBufferedWriter(lines)) {
            for (int i = 0; i < wanted; i++) {
                String line = once.get(i % once.size());
                writer.write(line.replaceFirst("\"clue_id\":\"[0-9a-f]{12}", "\"clue_id\":\"%012x".formatted(i)));
                writer.newLine();
            }
        }
    }

    private Path result(String of) throws IOException {
        try (Stream<Path> found = Files.walk(server.folder().resolve("offices"))) {
            return found.filter(file ->
                            file.endsWith("masked.jsonl") && file.toString().contains(of))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void measure(String other) {
        String clues = RUN + run + "/clues";
        String middle =
                person.get(clues + "?page=200").json().at("/items/0/clueId").asString();
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("first page", clues);
        asked.put("last page", clues + "?page=399");
        asked.put("by amount", clues + "?sort=amount&order=desc");
        asked.put("by place, page 100", clues + "?sort=place&page=100");
        asked.put("by clock", clues + "?sort=clock");
        asked.put("grade A by amount", clues + "?grade=A&sort=amount&order=desc");
        asked.put("one place", clues + "?place=3402");
        asked.put("words", clues + "?query=%E7%A8%8E");
        asked.put("words that are nowhere", clues + "?query=nowhere");
        asked.put("one clue", clues + "/" + middle);
        asked.put("one clue in a list by amount", clues + "/" + middle + "?sort=amount&order=desc");
        asked.put("comparison of two runs", RUN + run + "/comparison?kind=SAME&earlier=" + other);
        asked.forEach(this::times);
        long before = System.nanoTime();
        int bytes = person.get(clues + ".xlsx").whole().body().length;
        System.out.printf("workbook: %.1f s, %d bytes%n", (System.nanoTime() - before) / 1e9, bytes);
        System.out.println("server: " + server.peakMemory());
    }

    private void times(String what, String path) {
        long[] millis = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long before = System.nanoTime();
            if (person.get(path).status() != OK) {
                throw new IllegalStateException("Refused: " + path);
            }
            millis[i] = (System.nanoTime() - before) / 1_000_000;
        }
        long first = millis[0];
        Arrays.sort(millis);
        System.out.printf(
                "%s: first %d ms, median %d ms, 95 %% %d ms, most %d ms%n",
                what, first, millis[TIMES / 2], millis[TIMES * 95 / 100], millis[TIMES - 1]);
    }
}
