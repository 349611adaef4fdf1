package cn.mingjian.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadParentTest {

    @Test
    void shouldEndWithinTwoSecondsAndBeSweptWhenTheProcessThatOrderedItIsDead(@TempDir Path home) throws Exception {
        try (Orderer orderer = Orderer.start(home, Orders.JOIN, 100_000)) {
            String line = orderer.next();
            while (!line.contains("\"stage\"")) {
                line = orderer.next();
            }

            orderer.process().destroyForcibly();
            long killed = System.nanoTime();
            while (orderer.workerLives()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }

            assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThanOrEqualTo(Duration.ofSeconds(2));
            assertThat(orderer.folder()).exists();
            try (RunFolder next = RunFolder.make(home.resolve("work"))) {
                assertThat(orderer.folder()).doesNotExist();
                assertThat(next.path()).isDirectory();
            }
        }
    }
}
