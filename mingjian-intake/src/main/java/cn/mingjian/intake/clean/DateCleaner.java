package cn.mingjian.intake.clean;

import cn.mingjian.functions.DateText;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days, as days since 1970-01-01; months, as their first day; times, as microseconds of the wall clock. */
final class DateCleaner extends CellCleaner {

    private static final Pattern LIKE_A_DAY =
            Pattern.compile("\\s*\\d{4}\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}(\\D.*)?", Pattern.DOTALL);
    private static final int DAY_LENGTH = 10;
    private static final int TIME_LENGTH = 19;
    private static final int MINUTE_LENGTH = 16;
    private static final int MONTH_LENGTH = 7;
    private static final long MICROS = 1_000_000;

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
                                && time(bytes, from, number(bytes, from + 17, 2), out));
        };
    }

    private static boolean day(byte[] bytes, int from, Cleaned out, long factor, long add) {
        int year = number(bytes, from, 4);
        int month = number(bytes, from + 5, 2);
        int day = number(bytes, from + 8, 2);
        boolean plain = bytes[from + 4] == '-' && bytes[from + 7] == '-';
        if (!plain || year < 1000 || month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) {
            return false;
        }
        out.number(epochDay(year, month, day) * factor + add, false);
        return true;
    }

    private static boolean month(byte[] bytes, int from, Cleaned out) {
        int year = number(bytes, from, 4);
        int month = number(bytes, from + 5, 2);
        if (bytes[from + 4] != '-' || year < 1000 || month < 1 || month > 12) {
            return false;
        }
        out.number(epochDay(year, month, 1), false);
        return true;
    }

    private static boolean time(byte[] bytes, int from, int second, Cleaned out) {
        int hour = number(bytes, from + 11, 2);
        int minute = number(bytes, from + 14, 2);
        boolean plain = (bytes[from + 10] == ' ' || bytes[from + 10] == 'T') && bytes[from + 13] == ':';
        boolean known = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return plain
                && known
                && day(bytes, from, out, 86_400 * MICROS, (hour * 3600L + minute * 60L + second) * MICROS);
    }

    private static int number(byte[] bytes, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static int lengthOfMonth(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** Days since 1970-01-01 (proleptic Gregorian), after Howard Hinnant's days_from_civil. */
    private static long epochDay(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        int era = y / 400;
        int yearOfEra = y - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
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
