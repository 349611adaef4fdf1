package cn.mingjian.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.engine.cases.CaseReader;
import cn.mingjian.model.event.Event;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialOfCasesTest {

    private static final long MEMORY = 128L << 20;
    private static final String CASES = """
            cases:
              - name: below the bound
                given: {item: [{id: i1, grp: g, x: "1", y: "1"}]}
                expect: [{code: T-1, grade: B}]
              - name: at the bound
                given: {item: [{id: i1, grp: g, x: "7000", y: "1"}]}
                expect: [{code: T-1, grade: B}]
              - name: another day
                as_of: "2024-10-31"
                given: {item: [{id: i1, grp: g, x: "7000", y: "1"}]}
                expect_none: [T-1]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path home;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Orders orders;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path pack;

    @BeforeEach
    void library() throws IOException {
        orders = new Orders(home);
        pack = orders.model(Orders.CLUES);
        Files.createDirectories(pack.resolve(CaseReader.FOLDER));
        cases(CASES);
    }

    @Test
    void shouldSayWhichCasesFailedAndOfWhichTexts() throws IOException {
        List<Event.Progress> told = new ArrayList<>();

        TrialAnswer answer = run(600, told::add);

        assertThat(answer.cases()).hasSize(3);
        assertThat(answer.cases())
                .filteredOn(one -> !one.failures().isEmpty())
                .singleElement()
                .satisfies(failed -> {
                    assertThat(failed.number()).isEqualTo(2);
                    assertThat(failed.failures()).singleElement().satisfies(failure -> assertThat(failure.code())
                            .isEqualTo("cases.no-clue"));
                });
        assertThat(answer.digest())
                .isEqualTo(
                        PackageReader.read(pack, new Problems()).orElseThrow().digest());
        assertThat(answer.casesDigest()).isEqualTo(CaseReader.digest(pack.resolve(CaseReader.FOLDER)));
        assertThat(told).last().satisfies(last -> {
            assertThat(last.done()).isEqualTo(3);
            assertThat(last.of()).isEqualTo(3);
        });
        try (Stream<Path> left = Files.list(orders.work())) {
            assertThat(left.filter(Files::isDirectory)).isEmpty();
        }
    }

    @Test
    void shouldHaveAnotherDigestWhenACaseChanges() throws IOException {
        String before = CaseReader.digest(pack.resolve(CaseReader.FOLDER));

        cases(CASES.replace("7000", "7001"));

        assertThat(CaseReader.digest(pack.resolve(CaseReader.FOLDER))).isNotEqualTo(before);
    }

    @Test
    void shouldNameMistakesInTheCasesWithTheirPlaces() throws IOException {
        cases(CASES.replace("grp: g", "group: g"));

        TrialAnswer answer = run(600, told -> {});

        assertThat(answer.problems()).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("cases.unknown-column");
            assertThat(problem.place().line()).isPositive();
        });
    }

    @Test
    void shouldGiveNothingWhenItsTimeIsOver() {
        assertThatThrownBy(() -> run(0, told -> {}))
                .isInstanceOfSatisfying(WorkerException.class, failure -> assertThat(failure.code())
                        .isEqualTo("worker.wall"));
    }

    private void cases(String text) throws IOException {
        Files.writeString(pack.resolve(CaseReader.FOLDER).resolve("all.yaml"), text);
    }

    private TrialAnswer run(long seconds, Consumer<Event.Progress> told) {
        OrderFile.Limits limits = new OrderFile.Limits(MEMORY, MEMORY, 1, MEMORY, seconds);
        try (RunFolder folder = RunFolder.make(orders.work());
                WorkerRun run = WorkerRun.start(folder, limits, home.resolve("library"))) {
            run.order(new TrialOrder(TrialOrder.Kind.CASES, pack.toString(), 0, Map.of(), "", limits));
            return run.awaitTrial(told);
        }
    }
}
