package cn.mingjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.cli.HostileInputs.Maker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Imports each hostile delivery with a real process in either language and compares what it says, word for word, with the
 * golden file. What it took stands in {@code target/hostile-inputs.txt}.
 */
class HostileInputTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final long MOST_MEMORY = 1L << 30;
    private static final Path GOLDEN = Path.of("src/test/resources/hostile-inputs.txt");

    private record Answer(int code, String said, double seconds, long memory) {}

    @Test
    void shouldSayWhatIsWrongAndHowToMendItWhenADeliveryIsHostile(@TempDir Path folder) throws Exception {
        Map<String, Future<Answer>> answers = new LinkedHashMap<>();
        ExecutorService two = Executors.newFixedThreadPool(2);
        for (Map.Entry<String, Maker> input : HostileInputs.all().entrySet()) {
            Path delivery = Files.createDirectories(folder.resolve(input.getKey()));
            input.getValue().in(delivery);
            for (String language : List.of("zh", "en")) {
                answers.put(input.getKey() + ", " + language, two.submit(() -> call(folder, delivery, language)));
            }
        }
        List<String> said = new ArrayList<>();
        List<String> took = new ArrayList<>();
        for (Map.Entry<String, Future<Answer>> one : answers.entrySet()) {
            Answer answer = one.getValue().get();
            assertThat(answer.said()).as(one.getKey()).doesNotContain("\tat ", "Exception", Product.DEAD, "root:");
            assertThat(answer.code()).as(one.getKey()).isIn(ExitCode.DONE, ExitCode.BAD_INPUT);
            assertThat(answer.seconds()).as(one.getKey()).isLessThan(LONGEST.toSeconds());
            assertThat(answer.memory()).as(one.getKey()).isLessThan(MOST_MEMORY);
            said.add("== " + one.getKey() + ", exit code " + answer.code() + "\n" + answer.said());
            took.add("%s: exit code %d, %.1f s, %d MB"
                    .formatted(one.getKey(), answer.code(), answer.seconds(), answer.memory() >> 20));
        }
        two.shutdown();
        Files.write(Path.of("target/hostile-inputs.txt"), took);
        Files.writeString(Path.of("target/hostile-inputs-said.txt"), String.join("", said));

        assertThat(String.join("", said)).isEqualTo(Files.readString(GOLDEN));
    }

    private static Answer call(Path folder, Path delivery, String language) throws Exception {
        Path said = Files.createTempFile(folder, "said", ".txt");
        Path out = Files.createTempDirectory(folder, "out");
        long started = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-Dmingjian.home=" + Path.of("..").toAbsolutePath().normalize(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "import",
                        delivery.toString(),
                        "--contract",
                        "death_record",
                        "--lang",
                        language,
                        "--out",
                        out.toString())
                .redirectError(said.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        long memory = 0;
        while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
            memory = Math.max(memory, peak(process.pid()));
            if (System.nanoTime() - started > LONGEST.toNanos()) {
                process.destroyForcibly();
            }
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        return new Answer(process.exitValue(), said(said, out).replace(folder.toString(), ""), seconds, memory);
    }

    /** The most memory that a process has had, in bytes, where the system tells. */
    private static long peak(long process) {
        Path status = Path.of("/proc/" + process + "/status");
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) << 10;
                }
            }
        } catch (IOException e) {
            return 0; // it ended while it was looked at
        }
        return 0;
    }

    /** What was said, without progress; and the rejected rows with their reasons, without their cells. */
    private static String said(Path said, Path out) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line : Files.readString(said, StandardCharsets.UTF_8).split("\n")) {
            if (!line.isBlank() && !line.matches(".*(读取 .*行（|reading .* rows? \\().*")) {
                text.append(line.stripTrailing()).append('\n');
            }
        }
        Path rejected = out.resolve("death_record/rejected.csv");
        if (Files.exists(rejected)) {
            List<String> rows = Files.readAllLines(rejected);
            for (String row : rows.subList(1, rows.size())) {
                text.append("  rejected: ").append(row.replaceAll("\"\\{.*", "").replaceAll(",\"\"$", ","));
                text.append('\n');
            }
        }
        return text.toString();
    }
}
