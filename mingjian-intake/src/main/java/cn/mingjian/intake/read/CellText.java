package cn.mingjian.intake.read;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** The text of a spreadsheet's number or date, as a person would have typed it. */
final class CellText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int DAYS_TO_1904 = 1462;
    private static final double LAST_DAY = 2_958_465.99;
    private static final int SECONDS_OF_A_DAY = 86_400;
    private static final double EXACT = 1e15;

    private CellText() {}

    /**
     * A number without exponent, with the digits that the spreadsheet shows. From 16 digits on the spreadsheet has lost
     * the last ones: such a number keeps its exponent, by which it is found lost in a column of identifiers.
     */
    static String number(double value) {
        if (Math.abs(value) >= EXACT) {
            return Double.toString(value).replace("E", "E+");
        }
        String text =
                new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        return text.equals("-0") ? "0" : text;
    }

    /**
     * The day that a number stands for, with its time where it has one or is shown with one; a number below 1 is a time
     * alone. A number beyond the calendar stays a number.
     */
    static String date(double value, Shown shown, boolean from1904) {
        double serial = from1904 ? value + DAYS_TO_1904 : value;
        if (serial < 0 || serial > LAST_DAY) {
            return number(value);
        }
        long days = (long) serial;
        long seconds = Math.round((serial - days) * SECONDS_OF_A_DAY);
        if (days == 0) {
            return LocalTime.ofSecondOfDay(seconds % SECONDS_OF_A_DAY).format(CLOCK);
        }
        // The spreadsheet believes in 29 February 1900.
        LocalDate origin = days < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
        LocalDateTime time = origin.plusDays(days).atStartOfDay().plusSeconds(seconds);
        return shown == Shown.DAY && time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : time.format(TIME);
    }

    /** What numbers of a format stand for. */
    enum Shown {
        NUMBER,
        DAY,
        TIME
    }

    /** What numbers of this format are shown as (ECMA-376 part 1, 18.8.30). */
    static Shown shown(int formatId, String format) {
        if ((formatId >= 18 && formatId <= 22) || (formatId >= 45 && formatId <= 47)) {
            return Shown.TIME;
        }
        boolean day = (formatId >= 14 && formatId <= 17)
                || (formatId >= 27 && formatId <= 36)
                || (formatId >= 50 && formatId <= 58);
        String letters = letters(format);
        if (letters.indexOf('h') >= 0) {
            return Shown.TIME;
        }
        return day || letters.chars().anyMatch(c -> "ymds".indexOf(c) >= 0) ? Shown.DAY : Shown.NUMBER;
    }

    /** A format without quoted texts, escaped characters, colours and conditions, in lower case. */
    private static String letters(String format) {
        StringBuilder letters = new StringBuilder();
        boolean quoted = false;
        boolean bracket = false;
        for (int i = 0; i < format.length(); i++) {
            char c = Character.toLowerCase(format.charAt(i));
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' || c == '_' || c == '*') {
                i++;
            } else if (c == '[') {
                bracket = true;
            } else if (c == ']') {
                bracket = false;
            } else if (!quoted && !bracket) {
                letters.append(c);
            }
        }
        return letters.toString();
    }
}
