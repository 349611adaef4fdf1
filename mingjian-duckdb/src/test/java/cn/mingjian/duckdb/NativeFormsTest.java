package cn.mingjian.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.functions.DomainFunction;
import cn.mingjian.functions.Kind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine's own form of a function answers as the Java form does, on seeded random arguments. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NativeFormsTest {
    private static final int ROWS = 5_000;
    private static final long FIRST = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST = LocalDate.of(9999, 12, 31).toEpochDay();

    private DuckSession session;

    @BeforeAll
    void openSession(@TempDir Path folder) {
        session = DuckSession.open(TestSessions.limits(folder), DuckFiles.none(), TestSessions.functions());
    }

    @AfterAll
    void closeSession() {
        session.close();
    }

    static Stream<DomainFunction> natives() {
        return TestSessions.functions().stream()
                .filter(function -> NativeForms.macro(function).isPresent());
    }

    @Test
    void shouldHaveAFunctionForEveryFormWhenTheRegistryIsRead() {
        assertThat(natives()).hasSize(NativeForms.size());
    }

    @ParameterizedTest
    @MethodSource("natives")
    void shouldAnswerAsTheJavaFormWhenArgumentsAreRandom(DomainFunction function) {
        Random random = new Random(20240930);
        List<@Nullable Object> expected = new ArrayList<>();
        session.execute("CREATE OR REPLACE TABLE arguments(" + columns(function) + ")");
        try (TableWriter writer = session.writer("arguments")) {
            for (int row = 0; row < ROWS; row++) {
                List<@Nullable Object> arguments = new ArrayList<>();
                for (Kind kind : function.parameters()) {
                    arguments.add(argument(kind, random));
                }
                arguments.forEach(writer::value);
                writer.endRow();
                expected.add(function.call(arguments.toArray()));
            }
        }

        List<@Nullable Object> answers = new ArrayList<>();
        session.stream(
                "SELECT " + call(function) + " AS answer FROM arguments ORDER BY rowid",
                row -> answers.add(row.value(0)));

        assertThat(answers).isEqualTo(expected);
    }

    private static @Nullable Object argument(Kind kind, Random random) {
        if (random.nextInt(20) == 0) {
            return null;
        }
        LocalDate day = random.nextInt(10) == 0
                ? LocalDate.ofEpochDay(FIRST + (long) (random.nextDouble() * (LAST - FIRST + 1)))
                : LocalDate.of(2019, 1, 1).plusDays(random.nextInt(2200));
        return switch (kind) {
            case INTEGER -> random.nextInt(10) == 0 ? random.nextLong() : (Object) (long) (random.nextInt(400) - 200);
            case DATE -> day;
            case MONTH -> day.withDayOfMonth(1);
            case TIME ->
                LocalDateTime.of(day.getYear(), day.getMonth(), day.getDayOfMonth(), 0, 0)
                        .plusNanos(random.nextInt(86_400) * 1_000_000_000L + random.nextInt(2) * 1000L);
            case TEXT, DECIMAL, DOUBLE, BOOLEAN, TEXT_LIST ->
                throw new IllegalStateException("No native form takes " + kind);
        };
    }

    private static String columns(DomainFunction function) {
        return IntStream.range(0, function.parameters().size())
                .mapToObj(i -> "a" + i + " " + type(function.parameters().get(i)))
                .collect(Collectors.joining(", "));
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case INTEGER -> "BIGINT";
            case DATE, MONTH -> "DATE";
            case TIME -> "TIMESTAMP";
            case TEXT, DECIMAL, DOUBLE, BOOLEAN, TEXT_LIST ->
                throw new IllegalStateException("No native form takes " + kind);
        };
    }

    private static String call(DomainFunction function) {
        return IntStream.range(0, function.parameters().size())
                .mapToObj(i -> "a" + i)
                .collect(Collectors.joining(", ", function.engineName() + "(", ")"));
    }
}
