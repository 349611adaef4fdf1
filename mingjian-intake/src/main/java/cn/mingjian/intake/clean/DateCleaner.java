package cn.mingjian.intake.clean;

import cn.mingjian.functions.DateText;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Days, as days since 1970-01-01; months, as their first day; times, as microseconds of the wall clock. */
final class DateCleaner extends CellCleaner {

    private static final Pattern LIKE_A_DAY =
            Pattern.compile("\\s*\\d{4}\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}(\\D.*)?", Pattern.DOTALL);
    private static final int DAY_LENGTH = 10;
    private static final int TIME_LENGTH = 19;
    private static final int MINUTE_LENGTH = 16;
    private static final int MONTH_LENGTH = 7;
    private static final long MICROS = 1_000_000;
    private static final int FIRST_CENTURY = 10;
    private static final int LAST_CENTURY = 99;
    private static final long NO_DAY = Long.MIN_VALUE;
    /** Of all years of four digits, from 1000. */
    private static final long[] FIRST_OF_MONTH = firstOfMonths();

    private final Kind kind;
    private final DateForms forms;

    /** What is read. */
    enum Kind {
        DAY,
        MONTH,
        TIME
    }

    DateCleaner(ByteTexts<Boolean> missing, Kind kind, DateForms forms) {
        super(missing);
        this.kind = kind;
        this.forms = forms;
    }

    @Override
    boolean quick(byte[] bytes, int from, int to, Cleaned out) {
        int length = to - from;
        return switch (kind) {
            case DAY -> length == DAY_LENGTH && day(bytes, from, out, 1, 0);
            case MONTH -> length == MONTH_LENGTH && month(bytes, from, out);
            case TIME ->
                (length == MINUTE_LENGTH && time(bytes, from, 0, out))
                        || (length == TIME_LENGTH
                                && bytes[from + 16] == ':'
                                && time(bytes, from, number(bytes, from + 17), out));
        };
    }

    private static boolean day(byte[] bytes, int from, Cleaned out, long factor, long add) {
        int day = number(bytes, from + 8);
        long first = firstOfMonth(bytes, from);
        if (first == NO_DAY || bytes[from + 7] != '-' || day < 1 || day > 28 && day > lengthOfMonth(bytes, from)) {
            return false;
        }
        out.number((first + day - 1) * factor + add, false);
        return true;
    }

    private static boolean month(byte[] bytes, int from, Cleaned out) {
        long first = firstOfMonth(bytes, from);
        if (first == NO_DAY) {
            return false;
        }
        out.number(first, false);
        return true;
    }

    private static boolean time(byte[] bytes, int from, int second, Cleaned out) {
        int hour = number(bytes, from + 11);
        int minute = number(bytes, from + 14);
        boolean plain = (bytes[from + 10] == ' ' || bytes[from + 10] == 'T') && bytes[from + 13] == ':';
        boolean known = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return plain
                && known
                && day(bytes, from, out, 86_400 * MICROS, (hour * 3600L + minute * 60L + second) * MICROS);
    }

    /** The first day of the month written as {@code 2024-09}, or {@link #NO_DAY}. */
    private static long firstOfMonth(byte[] bytes, int from) {
        int century = number(bytes, from);
        int year = number(bytes, from + 2);
        int month = number(bytes, from + 5);
        if (bytes[from + 4] != '-'
                || century < FIRST_CENTURY
                || century > LAST_CENTURY
                || year < 0
                || month < 1
                || month > 12) {
            return NO_DAY;
        }
        return FIRST_OF_MONTH[((century - FIRST_CENTURY) * 100 + year) * 12 + month - 1];
    }

    private static int lengthOfMonth(byte[] bytes, int from) {
        return YearMonth.of(number(bytes, from) * 100 + number(bytes, from + 2), number(bytes, from + 5))
                .lengthOfMonth();
    }

    /** A number of two digits, or -1. */
    private static int number(byte[] bytes, int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return (tens | ones | 9 - tens | 9 - ones) < 0 ? -1 : tens * 10 + ones;
    }

    private static long[] firstOfMonths() {
        YearMonth first = YearMonth.of(FIRST_CENTURY * 100, 1);
        return IntStream.range(0, (LAST_CENTURY - FIRST_CENTURY + 1) * 100 * 12)
                .mapToLong(month -> first.plusMonths(month).atDay(1).toEpochDay())
                .toArray();
    }

    @Override
    void read(byte[] bytes, int from, int to, Cleaned out) {
        String text = string(bytes, from, to);
        switch (kind) {
            case DAY -> take(forms.day(text).or(() -> DateText.parse(text)), text, Reason.DATE, out);
            case MONTH ->
                take(
                        forms.day(text).map(day -> day.withDayOfMonth(1)).or(() -> DateText.parseMonth(text)),
                        text,
                        Reason.MONTH,
                        out);
            case TIME -> time(text, out);
        }
    }

    private static void take(Optional<LocalDate> day, String text, Reason otherwise, Cleaned out) {
        if (day.isPresent()) {
            out.number(day.get().toEpochDay(), true);
        } else {
            out.untypable(LIKE_A_DAY.matcher(text).matches() ? Reason.NO_SUCH_DAY : otherwise);
        }
    }

    private void time(String text, Cleaned out) {
        Optional<LocalDateTime> time = forms.time(text).or(() -> DateText.parseTime(text));
        if (time.isPresent()) {
            long micros = time.get().toEpochSecond(ZoneOffset.UTC) * MICROS
                    + time.get().get(ChronoField.MICRO_OF_SECOND);
            out.number(micros, true);
        } else if (DateText.parse(text).isPresent()) {
            out.untypable(Reason.NO_TIME_OF_DAY);
        } else {
            out.untypable(LIKE_A_DAY.matcher(text).matches() ? Reason.NO_SUCH_DAY : Reason.TIME);
        }
    }
}
