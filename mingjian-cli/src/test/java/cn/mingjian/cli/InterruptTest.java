package cn.mingjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the middle of a run: two seconds later nothing of it is left, neither a process nor a file. */
class InterruptTest {

    /** All triples of payments that rise: the run would take hours. */
    private static final String MODEL = """
            format: 1
            id: pairs
            version: 1.0.0
            title: {zh: 试, en: trial}
            line: civil
            point: trial
            purpose: {duty: {zh: 试, en: trial}, necessity: {zh: 试, en: trial}}
            inputs: {pay: benefit_payment@1}
            steps:
              pairs:
                sql: |
                  select p.kind as kind, count(*) as n from pay as p join pay as q on p.amount <= q.amount
                  join pay as r on q.amount <= r.amount group by p.kind
            signals:
              many: {from: pairs, key: [kind], title: {zh: "{kind}", en: "{kind}"}}
            """;

    @Test
    void shouldLeaveNothingWhenInterrupted(@TempDir Path folder) throws Exception {
        Process line = start(folder);
        Path work = folder.resolve("product/work");
        try (BufferedReader said = line.inputReader(StandardCharsets.UTF_8)) {
            awaitWorker(line, work);
            List<ProcessHandle> workers = line.descendants().toList();

            new ProcessBuilder("kill", "-2", String.valueOf(line.pid())).start().waitFor();
            long interrupted = System.nanoTime();
            boolean ended = line.waitFor(10, TimeUnit.SECONDS);
            Duration took = Duration.ofNanos(System.nanoTime() - interrupted);

            assertThat(ended).isTrue();
            assertThat(took).isLessThanOrEqualTo(Duration.ofSeconds(2));
            assertThat(workers).isNotEmpty().noneMatch(ProcessHandle::isAlive);
            assertThat(said.lines().toList())
                    .noneMatch(text -> text.contains("Exception") || text.contains("运行失败"))
                    .anyMatch(text -> text.contains("已由用户中止") && text.contains("已全部删除"));
        } finally {
            line.destroyForcibly();
        }
        try (Stream<Path> left = Files.list(work)) {
            assertThat(left.filter(Files::isDirectory)).isEmpty();
        }
    }

    private static Process start(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("pairs"));
        Files.writeString(folder.resolve("pairs/model.yaml"), MODEL);
        Path delivery = Files.createDirectories(folder.resolve("delivery"));
        StringBuilder rows = new StringBuilder("id_no,kind,amount\n");
        for (int i = 0; i < 100_000; i++) {
            rows.append(Product.DEAD).append(",职工基本养老金,").append(i).append(".00\n");
        }
        Files.writeString(delivery.resolve("benefit_payment.csv"), rows);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Dmingjian.home=" + Path.of("..").toAbsolutePath().normalize(),
                        "-Dmingjian.data=" + folder.resolve("product"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "run",
                        folder.resolve("pairs").toString(),
                        "--data",
                        delivery.toString(),
                        "--as-of",
                        "2024-09-30")
                .redirectErrorStream(true)
                .start();
    }

    /** Until a worker runs and spent a second on it. */
    private static void awaitWorker(Process line, Path work) throws InterruptedException {
        for (int i = 0;
                i < 1_200 && line.isAlive() && line.descendants().findAny().isEmpty();
                i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        TimeUnit.SECONDS.sleep(3);
        assertThat(line.descendants()).as("a worker").isNotEmpty();
        assertThat(work).isDirectory();
    }
}
