package cn.mingjian.functions;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Reads days, times and months as offices write them: {@code 2024-03-05}, {@code 2024/3/5}, {@code 2024.3.5},
 * {@code 20240305}, {@code 2024年3月5日}, {@code 二〇二四年三月五日}, with full width digits and blanks, with a time of day behind.
 *
 * <p>Empty is what cannot be read without guessing, and what does not exist: 2024-02-30, years of two digits,
 * {@code 05/03/2024}, times of other zones than China's. The years 1000 to 9999 are read.
 */
public final class DateText {
    private static final int MOST_CHARACTERS = 60;
    private static final LocalDate SERIAL_ORIGIN = LocalDate.of(1899, 12, 30);
    private static final long LAST_SERIAL = 2_958_465;
    private static final int MISSING_DAY = 60;
    private static final int SECONDS_OF_A_DAY = 86_400;

    private DateText() {}

    /** The day in the text; a time of day behind it is read and left out. */
    public static Optional<LocalDate> parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        DateScanner scanner = new DateScanner(text);
        return scanner.day() && (scanner.atEnd() || (scanner.time() && scanner.atEnd()))
                ? Optional.of(scanner.date())
                : Optional.empty();
    }

    /** The day and the time of day in the text; a day alone is no time. 24:00 is the start of the next day. */
    public static Optional<LocalDateTime> parseTime(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        DateScanner scanner = new DateScanner(text);
        return scanner.day() && scanner.time() && scanner.atEnd() ? Optional.of(scanner.dateTime()) : Optional.empty();
    }

    /** The first day of the month in the text: {@code 2024-03}, {@code 202403}, {@code 2024年3月}, or of the day in it. */
    public static Optional<LocalDate> parseMonth(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        DateScanner scanner = new DateScanner(text);
        return scanner.month() && scanner.atEnd()
                ? Optional.of(scanner.date())
                : parse(text).map(Months::of);
    }

    /**
     * The day that a serial number of Excel's 1900 calendar stands for; a part of a day is left out. Only for columns of
     * which it is known that they hold such numbers. Serial 60 is a day that Excel invented (1900-02-29).
     */
    public static Optional<LocalDate> parseSerial(String text) {
        return parseSerialTime(text).map(LocalDateTime::toLocalDate);
    }

    /** The time that a serial number of Excel's 1900 calendar stands for, to the nearest second. */
    public static Optional<LocalDateTime> parseSerialTime(String text) {
        String number = Width.half(Width.trim(text));
        int point = number.indexOf('.');
        String whole = point < 0 ? number : number.substring(0, point);
        String part = point < 0 ? "" : number.substring(point + 1);
        if (whole.isEmpty() || whole.length() > 7 || part.length() > 20 || !digits(whole) || !digits(part)) {
            return Optional.empty();
        }
        int serial = Integer.parseInt(whole);
        if (serial < 1 || serial > LAST_SERIAL || serial == MISSING_DAY || (point >= 0 && part.isEmpty())) {
            return Optional.empty();
        }
        LocalDate day = SERIAL_ORIGIN.plusDays(serial < MISSING_DAY ? serial + 1L : serial);
        double fraction = part.isEmpty() ? 0 : Double.parseDouble("0." + part);
        LocalDateTime time =
                LocalDateTime.of(day, LocalTime.MIDNIGHT).plusSeconds(Math.round(fraction * SECONDS_OF_A_DAY));
        return time.getYear() > Days.LAST_YEAR ? Optional.empty() : Optional.of(time);
    }

    private static boolean digits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
