package cn.mingjian.intake.clean;

import cn.mingjian.functions.DateText;
import cn.mingjian.intake.map.ColumnMapping;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms of dates that a recipe names, tried before the usual ones. */
final class DateForms {

    private final boolean serial;
    private final List<DateTimeFormatter> patterns;

    DateForms(List<String> forms) {
        serial = forms.contains(ColumnMapping.SERIAL);
        patterns = forms.stream()
                .filter(form -> !form.equals(ColumnMapping.SERIAL))
                .map(form -> DateTimeFormatter.ofPattern(form.replace('y', 'u'), Locale.ENGLISH)
                        .withResolverStyle(ResolverStyle.STRICT))
                .toList();
    }

    Optional<LocalDate> day(String text) {
        Optional<LocalDate> day = parsed(text).map(parsed -> parsed.query(TemporalQueries.localDate()));
        return day.isEmpty() && serial ? DateText.parseSerial(text) : day;
    }

    Optional<LocalDateTime> time(String text) {
        Optional<LocalDateTime> time = parsed(text)
                .filter(parsed -> parsed.query(TemporalQueries.localTime()) != null)
                .map(LocalDateTime::from);
        return time.isEmpty() && serial ? DateText.parseSerialTime(text) : time;
    }

    private Optional<TemporalAccessor> parsed(String text) {
        if (patterns.isEmpty()) {
            return Optional.empty();
        }
        return patterns.stream()
                .flatMap(pattern -> parsed(pattern, text).stream())
                .filter(parsed -> parsed.query(TemporalQueries.localDate()) != null)
                .findFirst();
    }

    private static Optional<TemporalAccessor> parsed(DateTimeFormatter pattern, String text) {
        try {
            return Optional.of(pattern.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
