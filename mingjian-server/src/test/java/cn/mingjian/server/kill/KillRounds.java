package cn.mingjian.server.kill;

import cn.mingjian.model.library.Library;
import cn.mingjian.sample.SampleCounty;
import cn.mingjian.sample.SampleOrder;
import cn.mingjian.server.testing.Brought;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.SampleRuns;
import cn.mingjian.server.testing.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Rounds of kill: somebody brings files, orders runs, stops one or takes an export; at a random moment the server is
 * killed (signal 9) and started again, and everything is held against what was confirmed. {@code bench/kill/run} makes
 * many.
 */
public final class KillRounds implements AutoCloseable {

    private static final String LOGIN = "county-prosecutor";
    private static final int OTHER_WINDOW = 2500;
    private static final int ACCEPT_WINDOW = 150;
    private static final int LONGEST_TERM = 12;
    private static final int CORRECTIONS = 40;
    private static final int PATIENCE = 240_000;

    private final Random random;
    private final Confirmed confirmed = new Confirmed();
    private final Deeds deeds;
    private final UUID delivery;
    private final String documents;
    private final String undisturbed;
    private final int bringing;
    private final int running;
    private final Map<String, Integer> moments = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private ServerProcess server;
    private long longest;

    /**
     * Starts a server with the sample's accounts, and lets one run end undisturbed.
     *
     * @param data an empty folder
     * @param seed equal ones give equal deeds and delays; how far the server then is depends on the machine
     */
    public KillRounds(Path data, long seed) throws IOException, InterruptedException {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
        random = new Random(seed);
        deeds = new Deeds(confirmed, county(data));
        server = ServerProcess.start(data);
        Person person = server.signedIn(LOGIN);
        delivery = UUID.fromString(deeds.bringRegisters(person));
        Brought.read(person, delivery.toString());
        long before = System.currentTimeMillis();
        documents = deeds.bringDocuments(person);
        Brought.read(person, documents);
        bringing = (int) (System.currentTimeMillis() - before);
        before = System.currentTimeMillis();
        undisturbed = deeds.order(person, delivery);
        String state = SampleRuns.ended(person, undisturbed).at("/state").asString();
        if (!state.equals("DONE")) {
            throw new IllegalStateException("The undisturbed run ended as " + state);
        }
        running = (int) (System.currentTimeMillis() - before);
    }

    /** {@code FOLDER ROUNDS SEED}: prints a line a round and a summary; ends with 1 when anything was not whole. */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[1]);
        try (KillRounds kill =
                new KillRounds(Files.createDirectories(Path.of(arguments[0])), Long.parseLong(arguments[2]))) {
            for (int round = 0; round < rounds; round++) {
                Deed deed = Deed.values()[round % Deed.values().length];
                System.out.printf("%d %s%n", round + 1, kill.round(deed));
            }
            System.out.println(kill.summary());
            if (!kill.wrong.isEmpty()) {
                System.exit(1);
            }
        }
    }

    /** One round: what was done, at which moment the server died, and what was not whole afterwards. */
    public String round(Deed deed) throws IOException, SQLException, InterruptedException {
        Person person = server.signedIn(LOGIN);
        int brought = WholeCheck.deliveries(server);
        int delay = random.nextInt(window(deed));
        List<Integer> terms = IntStream.range(0, CORRECTIONS)
                .map(i -> 1 + random.nextInt(LONGEST_TERM))
                .boxed()
                .toList();
        List<String> runs = new CopyOnWriteArrayList<>();
        Thread doing = new Thread(() -> act(deed, person, runs, delay, terms), "deeds");
        doing.start();
        if (deed == Deed.ACCEPT) {
            awaitAcceptance(person, runs);
        }
        Thread.sleep(delay);
        server.kill();
        doing.join();
        String moment = deed + ", killed while " + moment(deed, runs, brought);
        moments.merge(moment, 1, Integer::sum);
        List<String> found = startAgain();
        found.forEach(one -> wrong.add(moment + ": " + one));
        return moment + (found.isEmpty() ? "; whole" : "; NOT WHOLE: " + found);
    }

    private int window(Deed deed) {
        return switch (deed) {
            case BRING_REGISTERS, BRING_DOCUMENTS -> bringing;
            case RUN, STOP -> running;
            case ACCEPT -> ACCEPT_WINDOW;
            case EXPORT, CORRECT -> OTHER_WINDOW;
        };
    }

    private void act(Deed deed, Person person, List<String> runs, int delay, List<Integer> terms) {
        try {
            switch (deed) {
                case BRING_REGISTERS -> deeds.bringRegisters(person);
                case BRING_DOCUMENTS -> deeds.bringDocuments(person);
                case RUN, ACCEPT, STOP -> {
                    runs.add(deeds.order(person, delivery));
                    runs.add(deeds.order(person, delivery));
                    if (deed == Deed.STOP) {
                        Thread.sleep(delay / 2);
                        deeds.stop(person, runs.get(terms.get(0) % 2));
                    }
                }
                case EXPORT -> deeds.export(person, undisturbed);
                case CORRECT -> deeds.correct(person, documents, terms);
            }
        } catch (UncheckedIOException | InterruptedException died) {
            // The server is gone in the middle of it, as it should be.
        }
    }

    /** Waits until the result of the first run is being taken in, or the run has ended. */
    private static void awaitAcceptance(Person person, List<String> runs) {
        String page;
        do {
            page = runs.isEmpty()
                    ? ""
                    : person.get("/api/v1/runs/" + runs.get(0)).text();
        } while (!page.contains("Registering the clues") && !page.contains("\"ended\":\""));
    }

    private String moment(Deed deed, List<String> runs, int brought) throws IOException, SQLException {
        SingleConnectionDataSource database = new SingleConnectionDataSource(server.database(), true);
        try {
            Moment moment = new Moment(server.folder(), JdbcClient.create(database));
            return switch (deed) {
                case BRING_REGISTERS, BRING_DOCUMENTS -> moment.ofDelivery(brought);
                case RUN, ACCEPT, STOP -> runs.isEmpty() ? "ordering" : moment.ofRun(runs.get(0));
                case EXPORT -> moment.ofExport();
                case CORRECT -> moment.ofDocuments(documents);
            };
        } finally {
            database.destroy();
        }
    }

    private List<String> startAgain() throws IOException, SQLException, InterruptedException {
        server = ServerProcess.start(server.folder());
        final long started = System.currentTimeMillis();
        Person person = server.signedIn(LOGIN);
        List<String> found = new ArrayList<>();
        if (!WholeCheck.quiet(server, PATIENCE)) {
            found.add("something still went on after " + PATIENCE / 1000 + " s");
        }
        longest = Math.max(longest, System.currentTimeMillis() - started);
        found.addAll(WholeCheck.of(server, confirmed.exports()));
        found.addAll(confirmed.lost(person));
        return found;
    }

    /** What was seen in all rounds. */
    String summary() {
        StringBuilder text = new StringBuilder();
        moments.forEach((moment, times) ->
                text.append(times).append(" x ").append(moment).append('\n'));
        return text.append("not whole: ")
                .append(wrong.size())
                .append("; longest from the restart to the end of everything: ")
                .append(longest / 1000)
                .append(" s")
                .toString();
    }

    private static Path county(Path data) {
        Path county = data.resolve("county");
        Library library = Library.open(Path.of(System.getProperty("mingjian.home", ".."), "library"));
        SampleCounty.write(
                new SampleOrder(1, 1, 1, SampleOrder.DEFAULT_AS_OF, library.contracts()),
                county,
                (register, rows, done, of) -> {});
        return county;
    }

    /** Ends the server; its folder stays. */
    @Override
    public void close() {
        server.stop();
    }
}
