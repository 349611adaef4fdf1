package cn.mingjian.intake;

import static cn.mingjian.intake.Fixtures.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.intake.store.Progress;
import cn.mingjian.intake.store.Stop;
import cn.mingjian.intake.store.Wanted;
import cn.mingjian.model.event.Event;
import cn.mingjian.model.event.Phase;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Imports that somebody stops. */
class StopTest {

    private static final int ROWS = 2_000_000;
    private static final long HALF_WAY = 300;
    private static final Duration MOST = Duration.ofSeconds(2);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    /** Gives the stop some time into a phase, from another thread. */
    private static final class Stopper implements Progress {

        private final Phase when;
        private final Stop stop = new Stop();
        private volatile long given;

        private Stopper(Phase when) {
            this.when = when;
        }

        @Override
        public void at(String source, long rows, long bytes, long total) {}

        @Override
        public void phase(Event.Progress begun) {
            if (begun.phase() == when) {
                new Thread(() -> {
                            pause(when == Phase.READ ? HALF_WAY : 0);
                            given = System.nanoTime();
                            stop.give();
                        })
                        .start();
            }
        }

        private static void pause(long millis) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Stop stopping() {
            return stop;
        }
    }

    private Path deliver() throws IOException {
        Path delivery = Files.createDirectory(folder.resolve("in"));
        try (BufferedWriter csv = Files.newBufferedWriter(delivery.resolve("payment.csv"))) {
            csv.write("payment_no,id_no,name,pay_date\n");
            for (int i = 0; i < ROWS; i++) {
                csv.write("P" + i + ",11010519491231002X,某人,2024/1/5\n");
            }
        }
        return delivery;
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"READ", "PARTS"})
    void shouldEndWithinTwoSecondsAndLeaveNothingWhenStopped(Phase when) throws IOException {
        Path delivery = deliver();
        Path versions = Files.createDirectory(folder.resolve("out"));
        Stopper stopper = new Stopper(when);

        assertThatThrownBy(() -> Fixtures.INTAKE.importTable(
                        Fixtures.table(delivery, PAYMENT),
                        Wanted.columns(PAYMENT.columns().keySet()),
                        versions.resolve("v1"),
                        stopper))
                .isInstanceOf(CancellationException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - stopper.given)).isLessThan(MOST);
        assertThat(versions).isEmptyDirectory();
    }

    @Test
    void shouldNotBeginWhenStoppedBefore() {
        Path delivery = folder.resolve("in");
        Fixtures.write(delivery.resolve("payment.csv"), "payment_no,id_no\nP1,11010519491231002X\n");
        Stopper stopper = new Stopper(Phase.COMPILE);
        stopper.stopping().give();

        assertThatThrownBy(() -> Fixtures.INTAKE.importTable(
                        Fixtures.table(delivery, PAYMENT),
                        Wanted.columns(PAYMENT.columns().keySet()),
                        folder.resolve("v1"),
                        stopper))
                .isInstanceOf(CancellationException.class);
        assertThat(folder.resolve("v1")).doesNotExist();
    }
}
