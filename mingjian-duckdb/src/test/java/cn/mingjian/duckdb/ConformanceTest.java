package cn.mingjian.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.functions.ConformanceTable;
import cn.mingjian.functions.DomainFunction;
import cn.mingjian.functions.DomainFunctions;
import cn.mingjian.functions.Kind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine gives the answers of the conformance tables, from columns and from constants. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceTest {
    private DuckSession session;

    @BeforeAll
    void openSession(@TempDir Path folder) {
        List<DomainFunction> functions = DomainFunctions.all(ConformanceTable.calendar());
        session = DuckSession.open(TestSessions.limits(folder), DuckFiles.none(), functions);
    }

    @AfterAll
    void closeSession() {
        session.close();
    }

    static Stream<ConformanceTable> tables() {
        return ConformanceTable.all().stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void shouldAnswerAsTheTableSaysWhenArgumentsAreColumns(ConformanceTable table) {
        load(table);

        List<DuckRow> answers =
                session.query("SELECT " + call(table.function()) + " AS answer FROM arguments ORDER BY rowid");

        compare(table, answers);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void shouldAnswerAsTheTableSaysWhenUsedInAFilter(ConformanceTable table) {
        load(table);
        long known = table.rows().stream().filter(row -> row.expected() != null).count();

        assertThat(session.one("SELECT count(*) AS n FROM arguments WHERE " + call(table.function()) + " IS NOT NULL")
                        .count("n"))
                .isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void shouldAnswerAsTheTableSaysWhenArgumentsAreConstants(ConformanceTable table) {
        List<DuckRow> answers = table.rows().stream()
                .map(row -> session.one("SELECT " + constantCall(table.function(), row) + " AS answer"))
                .toList();

        compare(table, answers);
    }

    @Test
    void shouldGiveTheKindOfTheResultWhenAnyFunctionIsCalled() {
        for (ConformanceTable table : ConformanceTable.all()) {
            String type = session.one("SELECT typeof("
                            + constantCall(table.function(), table.rows().get(0)) + ") AS t")
                    .text("t");

            assertThat(type)
                    .as(table.function().signature())
                    .isEqualTo(type(table.function().result()));
        }
    }

    @Test
    void shouldNestWhenAMacroIsAnArgumentOfItself() {
        assertThat(session.one("SELECT mj_plus_days_date_integer(mj_plus_days_date_integer(p1, p2), p2 + 1) AS d"
                                + " FROM (SELECT DATE '2024-02-27' AS p1, 1 AS p2)")
                        .date("d"))
                .hasToString("2024-03-01");
    }

    private void load(ConformanceTable table) {
        List<Kind> kinds = table.function().parameters();
        String columns = IntStream.range(0, kinds.size())
                .mapToObj(i -> "a" + i + " " + type(kinds.get(i)))
                .collect(Collectors.joining(", "));
        session.execute("CREATE OR REPLACE TABLE arguments(" + columns + ")");
        try (TableWriter writer = session.writer("arguments")) {
            for (ConformanceTable.Row row : table.rows()) {
                row.arguments().forEach(argument -> writer.value(scaled(argument)));
                writer.endRow();
            }
        }
    }

    private static String call(DomainFunction function) {
        return function.engineName()
                + IntStream.range(0, function.parameters().size())
                        .mapToObj(i -> "a" + i)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String constantCall(DomainFunction function, ConformanceTable.Row row) {
        return function.engineName()
                + IntStream.range(0, row.arguments().size())
                        .mapToObj(i -> constant(
                                function.parameters().get(i), row.arguments().get(i)))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String constant(Kind kind, @Nullable Object value) {
        String text = value == null ? "NULL" : SqlText.literal(value.toString());
        return "CAST(" + text + " AS " + type(kind) + ")";
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case TEXT -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case DECIMAL -> "DECIMAL(38,12)";
            case DOUBLE -> "DOUBLE";
            case DATE, MONTH -> "DATE";
            case TIME -> "TIMESTAMP";
            case BOOLEAN -> "BOOLEAN";
            case TEXT_LIST -> "VARCHAR[]";
        };
    }

    private static void compare(ConformanceTable table, List<DuckRow> answers) {
        assertThat(answers).hasSameSizeAs(table.rows());
        SoftAssertions assertions = new SoftAssertions();
        for (int i = 0; i < answers.size(); i++) {
            ConformanceTable.Row row = table.rows().get(i);
            assertions
                    .assertThat(comparable(answers.get(i).value("answer")))
                    .as("%s, line %d: %s", table.function().signature(), row.line(), row.source())
                    .isEqualTo(comparable(row.expected()));
        }
        assertions.assertAll();
    }

    private static @Nullable Object scaled(@Nullable Object value) {
        return value instanceof BigDecimal ? ((BigDecimal) value).setScale(12) : value;
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        return value instanceof BigDecimal ? ((BigDecimal) value).stripTrailingZeros() : value;
    }
}
