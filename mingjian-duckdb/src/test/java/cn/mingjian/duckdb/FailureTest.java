package cn.mingjian.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.mingjian.duckdb.DuckException.Problem;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ENDLESS =
            "SELECT count(*) AS n FROM range(3000000) a(i), range(3000000) b(j) WHERE i * 7 % 1000 + j % 13 < i - j * 3";

    private DuckSession session;

    @BeforeEach
    void openSession(@TempDir Path folder) {
        session = DuckSession.open(TestSessions.limits(folder), DuckFiles.none(), TestSessions.functions());
    }

    @AfterEach
    void closeSession() {
        session.close();
    }

    @Test
    void shouldStayUsableWhenTheLimitsAreReached() {
        DuckException failure = catchThrowableOfType(
                DuckException.class,
                () -> session.execute(
                        "CREATE TABLE big AS SELECT i, hash(i)::VARCHAR || hash(i + 1) || hash(i + 2) AS s"
                                + " FROM range(20000000) t(i)"));

        assertThat(failure.problem()).isIn(Problem.OUT_OF_MEMORY, Problem.OUT_OF_TEMPORARY_SPACE);
        assertThat(session.one("SELECT count(*) AS n FROM range(1000000)").count("n"))
                .isEqualTo(1_000_000);
    }

    @Test
    void shouldTellThatMemoryIsMissingWhenNothingCanBeSpilled() {
        assertThatThrownBy(() -> session.query("SELECT list(i) AS l FROM range(100000000) t(i)"))
                .isInstanceOfSatisfying(
                        DuckException.class, e -> assertThat(e.problem()).isEqualTo(Problem.OUT_OF_MEMORY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT CAST('张三340101' AS BIGINT) AS v | WRONG_VALUE",
                "SELECT CAST(x AS BIGINT) AS v FROM (VALUES ('1'), ('张三340101')) t(x) | WRONG_VALUE",
                "SELECT CAST(x AS DATE) AS v FROM (VALUES ('张三340101')) t(x) | WRONG_VALUE",
                "SELECT strptime(x, '%Y') AS v FROM (VALUES ('张三340101')) t(x) | WRONG_VALUE",
                "SELECT 9223372036854775807 + i AS v FROM range(5) t(i) | WRONG_VALUE",
                "SELECT error('张三340101') AS v | WRONG_VALUE",
                "SELEC '张三340101' | WRONG_STATEMENT",
                "SELECT '张三340101' FRO t | WRONG_STATEMENT",
                "SELECT absent AS v FROM (SELECT '张三340101' AS a) | WRONG_STATEMENT",
                "SELECT absent('张三340101') AS v | WRONG_STATEMENT",
                "SELECT * FROM absent WHERE a = '张三340101' | WRONG_STATEMENT"
            })
    void shouldKeepValuesOutOfTheMessageWhenAStatementFails(String sql, Problem problem) {
        DuckException failure = catchThrowableOfType(DuckException.class, () -> session.query(sql));

        assertThat(failure.problem()).isEqualTo(problem);
        assertThat(failure).hasNoCause();
        assertThat(failure.getMessage()).doesNotContain("张三").doesNotContain("340101");
    }

    @Test
    void shouldNameTheColumnWhenAStatementIsWrong() {
        assertThatThrownBy(() -> session.query("SELECT colx FROM (SELECT 1 AS cola)"))
                .hasMessageStartingWith("duckdb.wrong-statement: ")
                .hasMessageContaining("colx");
    }

    @Test
    void shouldEndEverySessionOfTheEngineWhenCancelled() throws Exception {
        try (DuckSession duplicate = session.duplicate()) {
            CompletableFuture<DuckException> first = inBackground(session);
            CompletableFuture<DuckException> second = inBackground(duplicate);
            TimeUnit.MILLISECONDS.sleep(500);

            boolean quiet = session.cancel(PATIENCE);

            assertThat(quiet).isTrue();
            assertThat(first.get(1, TimeUnit.SECONDS).problem()).isEqualTo(Problem.CANCELLED);
            assertThat(second.get(1, TimeUnit.SECONDS).problem()).isEqualTo(Problem.CANCELLED);
            assertThat(duplicate.cancelled()).isTrue();
            assertThatThrownBy(() -> session.query("SELECT 1"))
                    .isInstanceOfSatisfying(
                            DuckException.class, e -> assertThat(e.problem()).isEqualTo(Problem.CANCELLED));
        }
    }

    @Test
    void shouldSaySoWhenTheSessionIsClosed() {
        session.close();

        assertThatThrownBy(() -> session.query("SELECT 1"))
                .isInstanceOfSatisfying(
                        DuckException.class, e -> assertThat(e.problem()).isEqualTo(Problem.CLOSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void shouldHaveWordsForUsersWhenAProblemIsNamed(String language) throws Exception {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                DuckSession.class.getResourceAsStream("/messages/duckdb_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        for (Problem problem : Problem.values()) {
            String key = new DuckException(problem, "").code().substring("duckdb.".length());
            assertThat(words.getProperty(key)).as(key).isNotBlank();
        }
        assertThat(words).hasSameSizeAs(Problem.values());
    }

    private static CompletableFuture<DuckException> inBackground(DuckSession session) {
        return CompletableFuture.supplyAsync(
                () -> catchThrowableOfType(DuckException.class, () -> session.query(ENDLESS)));
    }
}
