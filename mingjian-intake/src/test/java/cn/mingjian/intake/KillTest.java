package cn.mingjian.intake;

import static cn.mingjian.intake.Fixtures.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.intake.store.VersionFolder;
import cn.mingjian.model.dataset.DatasetVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills importing processes: afterwards there is nothing, or the whole version. */
class KillTest {

    private static final int ROWS = 400_000;

    /** Imports the delivery of its first argument into the version of its second. */
    static final class Importer {

        private Importer() {}

        public static void main(String[] arguments) {
            Fixtures.importAll(Path.of(arguments[0]), PAYMENT, Path.of(arguments[1]));
        }
    }

    @Test
    void shouldLeaveNothingOrAWholeVersionWhenKilled(@TempDir Path folder) throws Exception {
        StringBuilder csv = new StringBuilder("payment_no,id_no,name,pay_date\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append('P').append(i).append(",11010519491231002X,某人,2024/1/5\n");
        }
        Fixtures.write(folder.resolve("in/payment.csv"), csv.toString());
        int whole = 0;
        for (int i = 0; i < 6; i++) {
            Path version = folder.resolve("out/v" + i);
            Process process = importer(folder, version);
            boolean ended = process.waitFor(700L + 500L * i, TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            assertThat(ended && !Files.exists(version))
                    .as("ended without a version")
                    .isFalse();
            if (Files.exists(version)) {
                whole++;
                assertThat(DatasetVersion.read(version).manifest().rows()).isEqualTo(ROWS);
            }
        }

        VersionFolder.sweep(folder.resolve("out"));

        try (Stream<Path> left = Files.list(folder.resolve("out"))) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith("v"))
                            .count())
                    .isEqualTo(whole);
        }
        try (Stream<Path> left = Files.list(folder.resolve("out"))) {
            assertThat(left.count()).isEqualTo(whole);
        }
    }

    @Test
    void shouldNotSweepWhatALivingProcessMakes(@TempDir Path folder) throws IOException {
        try (VersionFolder living = VersionFolder.begin(folder.resolve("v1"))) {
            VersionFolder.sweep(folder);

            assertThat(living.path()).isDirectory();
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static Process importer(Path folder, Path version) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Importer.class.getName(),
                folder.resolve("in").toString(),
                version.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
