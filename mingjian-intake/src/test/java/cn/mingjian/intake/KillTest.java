package cn.mingjian.intake;

import static cn.mingjian.intake.Fixtures.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.intake.store.Progress;
import cn.mingjian.intake.store.VersionFolder;
import cn.mingjian.intake.store.Wanted;
import cn.mingjian.model.event.Event;
import cn.mingjian.model.event.Phase;
import cn.mingjian.model.folder.Folders;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills importing processes (signal 9) at random moments inside their phases, beside a version that is there already:
 * afterwards the folder is as before, or as after an undisturbed import; the next import sweeps and gives the same. The
 * system properties {@code mingjian.kills} and {@code mingjian.seed} say how often in each phase, and when.
 */
class KillTest {

    private static final int ROWS = 200_000;
    private static final int KILLS = Integer.getInteger("mingjian.kills", 1);
    private static final int MOST_TRIES = 12;
    private static final List<Phase> PHASES = List.of(Phase.READ, Phase.PARTS, Phase.MANIFEST, Phase.RENAME);

    private final Random random = new Random(Long.getLong("mingjian.seed", 7));

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    /** Imports the delivery of its first argument into the version of its second and tells its phases. */
    static final class Importer implements Progress {

        private Importer() {}

        public static void main(String[] arguments) {
            Fixtures.INTAKE.importTable(
                    Fixtures.table(Path.of(arguments[0]), PAYMENT),
                    Wanted.columns(PAYMENT.columns().keySet()),
                    Path.of(arguments[1]),
                    new Importer());
        }

        @Override
        public void at(String source, long rows, long bytes, long total) {}

        @Override
        public void phase(Event.Progress begun) {
            System.out.println(begun.line());
        }
    }

    @Test
    void shouldLeaveTheFolderAsBeforeOrAsAfterWhenKilledInAnyPhase() throws Exception {
        deliver();
        Path versions = folder.resolve("out");
        Fixtures.importAll(folder.resolve("earlier"), PAYMENT, versions.resolve("v0"));
        String before = digest(versions);
        Map<Phase, Long> lengths = new EnumMap<>(Phase.class);
        whole(lengths);
        String after = digest(versions);
        assertThat(lengths).containsOnlyKeys(PHASES);
        for (Phase phase : PHASES) {
            int done = 0;
            for (int i = 0; done < KILLS && i < KILLS * MOST_TRIES; i++) {
                Folders.delete(versions.resolve("v1"));
                boolean inside = killed(phase, Math.round(random.nextDouble() * lengths.getOrDefault(phase, 0L)));
                String state = digest(versions);
                assertThat(state).isIn(before, after);
                if (inside) {
                    done++;
                    System.out.println("killed inside " + phase + ": " + (state.equals(before) ? "before" : "after"));
                }
            }
            assertThat(done).as("kills inside " + phase).isEqualTo(KILLS);
        }
        Folders.delete(versions.resolve("v1"));

        whole(lengths);

        assertThat(digest(versions)).isEqualTo(after);
        try (Stream<Path> left = Files.list(versions)) {
            assertThat(left).containsExactlyInAnyOrder(versions.resolve("v0"), versions.resolve("v1"));
        }
    }

    @Test
    void shouldNotSweepWhatALivingProcessMakes() throws IOException {
        try (VersionFolder living = VersionFolder.begin(folder.resolve("v1"))) {
            VersionFolder.sweep(folder);

            assertThat(living.path()).isDirectory();
        }
        assertThat(folder).isEmptyDirectory();
    }

    private void deliver() {
        StringBuilder csv = new StringBuilder("payment_no,id_no,name,pay_date\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append('P').append(i).append(",11010519491231002X,某人,2024/1/5\n");
        }
        Fixtures.write(folder.resolve("in/payment.csv"), csv.toString());
        Fixtures.write(folder.resolve("earlier/payment.csv"), csv.substring(0, 1000));
    }

    /** An undisturbed import: how many nanoseconds each phase takes. */
    private void whole(Map<Phase, Long> lengths) throws Exception {
        Process process = importer();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            Phase phase = null;
            long begun = System.nanoTime();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (phase != null) {
                    lengths.put(phase, System.nanoTime() - begun);
                }
                begun = System.nanoTime();
                phase = phase(line);
            }
            assertThat(process.waitFor()).isZero();
            assertThat(phase).isEqualTo(Phase.RENAME);
            lengths.put(Phase.RENAME, System.nanoTime() - begun);
        }
    }

    /** Whether the kill hit the phase: its event is the last one, and the process did not end by itself. */
    private boolean killed(Phase target, long delay) throws Exception {
        Process process = importer();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            @Nullable Phase last = null;
            while (last != target) {
                last = phase(lines.readLine());
            }
            long until = System.nanoTime() + delay;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            process.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = phase(line);
            }
            return process.waitFor() != 0 && last == target;
        }
    }

    private static Phase phase(String line) {
        return ((Event.Progress) Event.parse(line).orElseThrow()).phase();
    }

    private Process importer() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Importer.class.getName(),
                folder.resolve("in").toString(),
                folder.resolve("out/v1").toString());
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Over names and bytes of all files of all versions in a folder; what is unfinished is hidden and no version. */
    private static String digest(Path versions) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> files = Files.walk(versions)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path name = versions.relativize(file);
                if (!name.toString().startsWith(".")) {
                    digest.update(name.toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
