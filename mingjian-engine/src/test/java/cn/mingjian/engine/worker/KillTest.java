package cn.mingjian.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.model.event.Event;
import cn.mingjian.model.event.Phase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills workers (signal 9) at random moments inside their phases, half of them together with the process that ordered the
 * run. Afterwards there is no result, or the whole one; the data are as before; the next run sweeps and gives the same.
 * The system properties {@code mingjian.kills} and {@code mingjian.seed} say how often in each phase, and when.
 */
class KillTest {

    private static final long ITEMS = 200_000;
    private static final int KILLS = Integer.getInteger("mingjian.kills", 1);
    private static final int MOST_TRIES = 12;
    private static final Phase[] PHASES = {Phase.STAGE, Phase.SOURCE_ROWS, Phase.RENAME};
    /** The parent reads the whole answer before it says so, the renaming itself takes milliseconds. */
    private static final long RENAME_LENGTH = TimeUnit.MILLISECONDS.toNanos(3);

    private static final String NONE = "none";

    private final Random random = new Random(Long.getLong("mingjian.seed", 7));

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path home;

    @Test
    void shouldLeaveNoResultOrTheWholeOneWhenKilledInAnyPhase() throws Exception {
        Orders orders = new Orders(home);
        String data = digest(orders.items(ITEMS));
        Map<Phase, Long> lengths = new EnumMap<>(Phase.class);
        String whole = whole(lengths);
        assertThat(lengths).containsKeys(PHASES);
        for (Phase phase : PHASES) {
            int done = 0;
            for (int i = 0; done < KILLS && i < KILLS * MOST_TRIES; i++) {
                boolean both = done % 2 == 1;
                @Nullable
                String state = killed(phase, Math.round(random.nextDouble() * lengths.getOrDefault(phase, 0L)), both);
                if (state != null) {
                    done++;
                    assertThat(state).isIn(NONE, whole);
                    assertThat(digest(orders.items(ITEMS))).isEqualTo(data);
                    System.out.println("killed inside " + phase + (both ? " with its parent" : "") + ": "
                            + (state.equals(NONE) ? "before" : "after"));
                }
            }
            assertThat(done).as("kills inside " + phase).isEqualTo(KILLS);
        }

        assertThat(whole(lengths)).isEqualTo(whole);

        try (Stream<Path> left = Files.list(orders.work())) {
            assertThat(left.filter(Files::isDirectory)).isEmpty();
        }
    }

    /** An undisturbed run: the digest of its result, and how many nanoseconds each phase takes. */
    private String whole(Map<Phase, Long> lengths) throws Exception {
        try (Orderer orderer = Orderer.start(home, Orders.CLUES, ITEMS)) {
            Phase phase = null;
            long begun = System.nanoTime();
            for (String line = orderer.next(); !line.equals("answer"); line = orderer.next()) {
                Phase next = phase(line);
                if (phase != null) {
                    lengths.merge(phase, System.nanoTime() - begun, Long::sum);
                }
                begun = System.nanoTime();
                phase = next;
            }
            lengths.put(Phase.RENAME, RENAME_LENGTH);
            String digest = digest(orderer.folder().resolve("result"));
            orderer.release();
            assertThat(orderer.folder()).doesNotExist();
            return digest;
        }
    }

    /** What the folder holds after a kill, or nothing when another phase was hit. */
    private @Nullable String killed(Phase target, long delay, boolean both) throws Exception {
        try (Orderer orderer = Orderer.start(home, Orders.CLUES, ITEMS)) {
            String line = orderer.next();
            while (line.startsWith("{") && phase(line) != target) {
                line = orderer.next();
            }
            ProcessHandle worker = orderer.worker();
            long until = System.nanoTime() + delay;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            if (both) {
                orderer.process().destroyForcibly();
            }
            worker.destroyForcibly();
            while (orderer.workerLives()) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            while (line != null && line.startsWith("{") && phase(line) == target) {
                line = orderer.next();
            }
            boolean inside = line == null || !line.startsWith("{");
            while (line != null && line.startsWith("{")) {
                line = orderer.next();
            }
            Path result = orderer.folder().resolve("result");
            String state = Files.exists(result) ? digest(result) : NONE;
            if (!both) {
                assertThat(orderer.seen().get(orderer.seen().size() - 1))
                        .isEqualTo(state.equals(NONE) ? "worker.killed" : "answer");
                orderer.release();
            }
            return inside ? state : null;
        }
    }

    private static Phase phase(String line) {
        return ((Event.Progress) Event.parse(line).orElseThrow()).phase();
    }

    /** Over names and bytes of all files of a folder. */
    private static String digest(Path folder) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new AssertionError("The folder changed while it was read.", e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
