package cn.mingjian.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Dates and amounts as offices write them, read as the tables under {@code reading/} say. */
class ReadingTest {

    @Test
    void shouldReadTheDayOrNothingWhenATextIsADate() {
        check("dates", DateText::parse);
    }

    @Test
    void shouldReadTheTimeOrNothingWhenATextIsATime() {
        check("times", text -> DateText.parseTime(text)
                .map(time -> time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME)));
    }

    @Test
    void shouldReadTheMonthOrNothingWhenATextIsAMonth() {
        check("months", DateText::parseMonth);
    }

    @Test
    void shouldReadTheDayOrNothingWhenATextIsASerialNumber() {
        check("serials", DateText::parseSerial);
    }

    @Test
    void shouldReadTheTimeWhenASerialNumberHasAPart() {
        assertThat(DateText.parseSerialTime("45356.75").orElseThrow()).hasToString("2024-03-05T18:00");
        assertThat(DateText.parseSerialTime("45356.9999999").orElseThrow()).hasToString("2024-03-06T00:00");
        assertThat(DateText.parseSerialTime("2958465.9999999")).isEmpty();
    }

    @Test
    void shouldReadTheAmountOrNothingWhenATextIsAnAmount() {
        SoftAssertions answers = new SoftAssertions();
        for (List<@Nullable String> row : rows("amounts")) {
            Optional<Amount> amount = AmountText.parse(text(row));
            answers.assertThat(amount.map(found ->
                                    found.value().toPlainString() + " " + found.currency() + " " + found.unit())
                            .orElse("null null null"))
                    .as("%s: %s", row.get(0), row.get(4))
                    .isEqualTo(row.get(1) + " " + row.get(2) + " " + row.get(3));
        }
        answers.assertAll();
    }

    private static void check(String table, Function<String, Optional<?>> reading) {
        SoftAssertions answers = new SoftAssertions();
        for (List<@Nullable String> row : rows(table)) {
            answers.assertThat(reading.apply(text(row)).map(Object::toString).orElse(null))
                    .as("%s: %s", row.get(0), row.get(2))
                    .isEqualTo(row.get(1));
        }
        answers.assertAll();
    }

    private static String text(List<@Nullable String> row) {
        return String.valueOf(row.get(0));
    }

    private static List<List<@Nullable String>> rows(String table) {
        try (InputStream in = ReadingTest.class.getResourceAsStream("/reading/" + table + ".csv")) {
            List<List<@Nullable String>> records =
                    CsvRecords.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return records.subList(1, records.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
