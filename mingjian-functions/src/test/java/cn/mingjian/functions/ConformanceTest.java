package cn.mingjian.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConformanceTest {

    static Stream<ConformanceTable> tables() {
        return ConformanceTable.all().stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void shouldAnswerAsTheTableSaysWhenCalled(ConformanceTable table) {
        SoftAssertions answers = new SoftAssertions();
        for (ConformanceTable.Row row : table.rows()) {
            Object answer = table.function().call(row.arguments().toArray());
            answers.assertThat(comparable(answer))
                    .as("%s, line %d: %s", table.function().signature(), row.line(), row.source())
                    .isEqualTo(comparable(row.expected()));
        }
        answers.assertAll();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void shouldHaveSourcesUnknownAndKnownAnswersWhenATableIsRead(ConformanceTable table) {
        List<ConformanceTable.Row> rows = table.rows();

        assertThat(rows).extracting(ConformanceTable.Row::source).allMatch(source -> source.length() > 3);
        assertThat(rows).extracting(ConformanceTable.Row::arguments).doesNotHaveDuplicates();
        assertThat(rows)
                .anyMatch(row -> row.expected() == null && row.arguments().contains(null));
        assertThat(rows).anyMatch(row -> row.expected() != null);
    }

    @Test
    void shouldHaveOneFunctionForEachFileWhenTablesAreListed() throws Exception {
        Path folder = Path.of(getClass().getResource("/conformance").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> "mj_" + file.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(DomainFunctions.all(HolidayCalendar.NONE).stream()
                            .map(function -> function.engineName() + ".csv")
                            .toList());
        }
    }

    /** Decimals are compared by value: 100 is 100.000000. */
    private static @Nullable Object comparable(@Nullable Object value) {
        return value instanceof BigDecimal ? ((BigDecimal) value).stripTrailingZeros() : value;
    }
}
