package cn.mingjian.server;

import cn.mingjian.model.Words;
import cn.mingjian.model.folder.Folders;
import cn.mingjian.model.library.Library;
import cn.mingjian.running.StopAtExit;
import cn.mingjian.sample.SampleCounty;
import cn.mingjian.sample.SampleOrder;
import cn.mingjian.server.installation.Installation;
import cn.mingjian.server.installation.ServerSettings;
import cn.mingjian.server.sample.SampleOffices;
import cn.mingjian.server.sample.SampleProsecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code demo}: the server with the sample county, in a data folder of its own, with accounts for each role. It can be
 * used while the first start still runs the models; one that is stopped before their end leaves the rest to the next.
 */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        resourceBundle = "messages.server_usage",
        exitCodeOnExecutionException = Main.FAILED)
final class DemoCommand implements Callable<Integer> {

    private static final LocalDate AS_OF = SampleOrder.DEFAULT_AS_OF;

    @Mixin
    private final Listening listening = new Listening();

    @Mixin
    private final Telling telling = new Telling();

    @Mixin
    private final DatabaseChoice database = new DatabaseChoice();

    @Override
    public Integer call() throws IOException {
        final long started = System.nanoTime();
        StartedServer server = StartedServer.start(database.settings("demo"), listening.arguments());
        SampleOffices offices = server.part(SampleOffices.class);
        boolean first = offices.makeOnce();
        telling.say(first ? "server.demo-first" : "server.demo-again", seconds(started), server.address());
        offices.accounts()
                .forEach(account -> telling.say(
                        "server.demo-account", account.login(), account.name().in(telling.language())));
        telling.say("server.demo-password", String.join(", ", offices.levels()), offices.password());
        Installation installation = server.part(Installation.class);
        if (installation.sampleFilled()) {
            return 0;
        }
        try {
            fill(server, offices);
        } catch (UncheckedIOException | IllegalStateException e) {
            if (StopAtExit.hasBegun()) {
                return 0;
            }
            throw e;
        }
        installation.becomeFilled();
        telling.say("server.demo-filled", seconds(started), server.address());
        return 0;
    }

    /** Brings the county and runs every model on it; runs that an earlier start ordered before it was stopped go on. */
    private void fill(StartedServer server, SampleOffices offices) throws IOException {
        List<String> models = server.part(Library.class).models().stream()
                .map(model -> String.valueOf(model.getFileName()))
                .toList();
        SampleProsecutor prosecutor = new SampleProsecutor(server.address(), offices.prosecutor(), offices.password());
        Map<String, UUID> runs = new LinkedHashMap<>();
        models.forEach(model -> prosecutor.ordered(model).ifPresent(run -> runs.put(model, run)));
        if (!runs.keySet().containsAll(models)) {
            UUID delivery = bring(server, prosecutor);
            models.forEach(model -> runs.computeIfAbsent(model, id -> prosecutor.order(id, delivery, AS_OF)));
        }
        runs.values().forEach(run -> {
            SampleProsecutor.Ended ended = prosecutor.await(run);
            telling.say(
                    ended.state().equals("DONE") ? "server.demo-run" : "server.demo-run-failed",
                    new Words(ended.zh(), ended.en()),
                    ended.clues(),
                    server.address() + "runs/" + run);
        });
    }

    private UUID bring(StartedServer server, SampleProsecutor prosecutor) throws IOException {
        Path county = Folders.makeAnew(server.part(ServerSettings.class).data().resolve("county"));
        telling.say("server.demo-county", AS_OF);
        SampleOrder order =
                new SampleOrder(1, 1, 1, AS_OF, server.part(Library.class).contracts());
        SampleCounty.write(order, county, (register, rows, done, of) -> {});
        return prosecutor.bring(registers(county));
    }

    /** What an office would deliver: not the truth that the sample keeps beside it. */
    private static List<Path> registers(Path county) throws IOException {
        try (Stream<Path> files = Files.list(county)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("truth.csv"))
                    .sorted()
                    .toList();
        }
    }

    private static long seconds(long started) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
    }
}
