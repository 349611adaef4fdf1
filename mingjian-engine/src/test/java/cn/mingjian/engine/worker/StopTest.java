package cn.mingjian.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.mingjian.model.event.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stops a worker in the middle of its work: two seconds later it is gone. Prints what it was doing and how long it took. */
class StopTest {

    private static final Duration BOUND = Duration.ofSeconds(2);

    @ParameterizedTest
    @ValueSource(strings = {"<", "<>"})
    void shouldEndWithinTwoSecondsInsideAJoinWithoutEquality(String comparison, @TempDir Path home) throws Exception {
        Orders orders = new Orders(home);
        String model = Orders.JOIN.replace("<>", comparison);

        stop(orders, orders.order(model, 100_000, Orders.LIMITS), "PlanRunner.statement");
    }

    @Test
    void shouldEndWithinTwoSecondsInsideAJavaStage(@TempDir Path home) throws Exception {
        Orders orders = new Orders(home);

        stop(orders, orders.order(Orders.GRAPH, 2_000_000, Orders.LIMITS), "DuckSession.stream");
    }

    private static void stop(Orders orders, OrderFile order, String inside) throws Exception {
        try (RunFolder folder = RunFolder.make(orders.work())) {
            WorkerRun run = Orders.start(folder, order);
            CountDownLatch begun = new CountDownLatch(1);
            CompletableFuture<WorkerException> outcome = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                    WorkerException.class,
                    () -> run.await(progress -> {
                        if (progress.phase() == Phase.STAGE) {
                            begun.countDown();
                        }
                    })));
            assertThat(begun.await(2, TimeUnit.MINUTES)).isTrue();
            String doing = doing(folder, run.pid(), inside);

            long started = System.nanoTime();
            run.stop();
            Duration took = Duration.ofNanos(System.nanoTime() - started);

            System.out.println("stopped after " + took.toMillis() + " ms inside " + doing);
            assertThat(ProcessHandle.of(run.pid()).filter(ProcessHandle::isAlive))
                    .isEmpty();
            assertThat(took).isLessThanOrEqualTo(BOUND);
            assertThat(outcome.get().code()).isEqualTo("worker.stopped");
            assertThat(folder.result()).doesNotExist();
        }
    }

    /** Waits until the worker's main thread is in a method, by the thread dumps that signal 3 makes it print. */
    private static String doing(RunFolder folder, long pid, String inside) throws IOException, InterruptedException {
        for (int i = 0; i < 200; i++) {
            new ProcessBuilder("kill", "-3", String.valueOf(pid)).start().waitFor();
            Thread.sleep(150);
            String log = Files.readString(folder.log());
            String stack = log.substring(Math.max(0, log.lastIndexOf("\"main\" #")))
                    .lines()
                    .takeWhile(line -> !line.isBlank())
                    .filter(line -> line.contains("at cn.mingjian."))
                    .map(line -> line.strip().replaceFirst("\\(.*", ""))
                    .filter(line -> !line.contains("lambda$"))
                    .map(line -> line.substring(line.lastIndexOf('.', line.lastIndexOf('.') - 1) + 1))
                    .limit(6)
                    .collect(Collectors.joining(" < "));
            if (stack.contains(inside)) {
                return stack;
            }
        }
        throw new AssertionError("The worker was never inside " + inside + ".");
    }
}
