package cn.mingjian.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.engine.run.Engine;
import cn.mingjian.engine.run.Json;
import cn.mingjian.engine.run.NumberingKey;
import cn.mingjian.engine.run.RunResult;
import cn.mingjian.model.event.Event;
import cn.mingjian.model.event.Phase;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.model.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerRunTest {

    private static final long FEW = 900;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path home;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Orders orders;

    @BeforeEach
    void library() throws IOException {
        orders = new Orders(home);
    }

    @Test
    void shouldAnswerWithWhatTheEngineGivesWhenARunEnds() throws IOException {
        OrderFile order = orders.order(Orders.CLUES, FEW, Orders.LIMITS);
        RunResult expected = inThisProcess(order);
        List<Event.Progress> events = new ArrayList<>();

        try (RunFolder folder = RunFolder.make(orders.work())) {
            RunAnswer answer = Orders.start(folder, order).await(events::add);

            assertThat(Files.readAllLines(answer.clues()))
                    .hasSize((int) FEW)
                    .isEqualTo(expected.clues().stream().map(Json::line).toList());
            assertThat(answer.masked().stream().map(Json::line))
                    .isEqualTo(expected.masked().stream().map(Json::line).toList());
            assertThat(answer.masked().get(0).key())
                    .isNotEqualTo(expected.clues().get(0).key());
            assertThat(answer.funnel()).isEqualTo(expected.funnel());
            assertThat(answer.fingerprint()).isEqualTo(expected.fingerprint());
            assertThat(answer.unknown()).doesNotExist();
            assertOwnerOnly(folder.path());
        }
        assertThat(new LinkedHashSet<>(
                        events.stream().map(Event.Progress::phase).toList()))
                .containsExactly(Phase.COMPILE, Phase.STAGE, Phase.SOURCE_ROWS, Phase.RESULT, Phase.RENAME);
        try (Stream<Path> left = Files.list(orders.work())) {
            assertThat(left.filter(Files::isDirectory)).isEmpty();
        }
    }

    @Test
    void shouldGiveEqualBytesWhenTheSameOrderRunsTwice() throws IOException {
        OrderFile order = orders.order(Orders.CLUES, FEW, Orders.LIMITS);

        assertThat(resultJson(order)).isEqualTo(resultJson(order)).contains("\"clues.jsonl\":{\"sha256\":\"");
    }

    private String resultJson(OrderFile order) throws IOException {
        try (RunFolder folder = RunFolder.make(orders.work())) {
            return Files.readString(
                    Orders.start(folder, order).await(progress -> {}).folder().resolve("result.json"));
        }
    }

    @Test
    void shouldHandOnEveryProblemWithItsPlaceWhenTheModelIsWrong() throws IOException {
        OrderFile order = orders.order(
                Orders.CLUES.replace("item.x < 7000", "item.xx < 7000").replace("[id, x, y]", "[id, z]"),
                FEW,
                Orders.LIMITS);

        ProblemException failure = catchThrowableOfType(ProblemException.class, () -> run(order));

        assertThat(failure.problems())
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(problem -> assertThat(problem.place().line()).isPositive());
    }

    @Test
    void shouldRefuseAPackageThatWasChangedAfterTheOrder() throws IOException {
        OrderFile order = orders.order(Orders.CLUES, FEW, Orders.LIMITS);
        Files.writeString(Path.of(order.pack().path(), "model.yaml"), "\n# more\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> run(order))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("changed");
    }

    @Test
    void shouldSayWhatToDoWhenALimitIsReached() throws IOException {
        OrderFile.Limits memory = new OrderFile.Limits(2L << 20, 1L << 28, 1, 1L << 30, 600);
        OrderFile.Limits disk = new OrderFile.Limits(64L << 20, 1L << 28, 1, 1L << 20, 600);
        OrderFile.Limits time = new OrderFile.Limits(1L << 30, 1L << 28, 2, 1L << 30, 3);

        assertThat(failure(orders.order(Orders.GRAPH, 1_000_000, memory)).code())
                .isEqualTo("duckdb.out-of-memory");
        assertThat(failure(orders.order(Orders.GRAPH, 1_000_000, disk)).code())
                .isEqualTo("duckdb.out-of-temporary-space");
        WorkerException late = failure(orders.order(Orders.JOIN, 100_000, time));
        assertThat(late.code()).isEqualTo("worker.wall");
        assertThat(late.text(Language.ZH)).contains("3 秒");
        assertThat(late.text(Language.EN)).contains("3 seconds");
    }

    @Test
    void shouldKeepNothingWhenTheWorkerIsKilled() throws IOException {
        OrderFile order = orders.order(Orders.JOIN, 100_000, Orders.LIMITS);
        try (RunFolder folder = RunFolder.make(orders.work())) {
            WorkerRun run = Orders.start(folder, order);

            WorkerException failure =
                    catchThrowableOfType(WorkerException.class, () -> run.await(progress -> kill(progress, run.pid())));

            assertThat(failure.code()).isEqualTo("worker.killed");
            assertThat(failure.text(Language.EN)).contains("signal 9");
            assertThat(folder.result()).doesNotExist();
        }
    }

    @Test
    void shouldNotTouchWhatAnotherRunHolds() throws IOException {
        try (RunFolder living = RunFolder.make(orders.work());
                RunFolder other = RunFolder.make(orders.work())) {
            assertThat(living.path()).isDirectory().isNotEqualTo(other.path());
        }
    }

    private static void kill(Event.Progress progress, long pid) {
        if (progress.phase() == Phase.STAGE) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private WorkerException failure(OrderFile order) {
        return catchThrowableOfType(WorkerException.class, () -> run(order));
    }

    private void run(OrderFile order) {
        try (RunFolder folder = RunFolder.make(orders.work())) {
            Orders.start(folder, order).await(progress -> {});
        }
    }

    private RunResult inThisProcess(OrderFile order) {
        Library library = Library.open(Path.of(order.library()));
        Engine engine = new Engine(library, new DuckLimits(1L << 30, 2, home, 1L << 30), NumberingKey.PUBLISHED);
        return engine.run(
                PackageReader.read(Path.of(order.pack().path()), new Problems()).orElseThrow(),
                order.order(),
                progress -> {});
    }

    private static void assertOwnerOnly(Path folder) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder.resolve("result"))) {
            assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
        }
    }
}
