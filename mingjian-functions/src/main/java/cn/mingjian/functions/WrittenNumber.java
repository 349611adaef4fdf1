package cn.mingjian.functions;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number inside a sentence, in digits or in Chinese numerals, those of cheques among them: {@code 1,668.50},
 * {@code 30万}, {@code 一百八十}, {@code 零点五}, {@code 贰拾万}. What cannot be read without guessing, as
 * {@code 一百八}, is none.
 *
 * @param end position behind it
 */
public record WrittenNumber(BigDecimal value, int end) {

    private static final int MOST_CHARACTERS = 24;

    /** Whether a number can begin with this character. */
    public static boolean begins(char c) {
        return isArabic(c) || Numerals.digit(c) >= 0 || c == '十' || c == '拾';
    }

    /** The number that begins here. */
    public static Optional<WrittenNumber> at(String text, int from) {
        boolean arabic = isArabic(text.charAt(from));
        int end = from;
        while (end < text.length() && (arabic ? isOfArabic(text, from, end) : isOfNumerals(text, end))) {
            end++;
        }
        if (end - from > MOST_CHARACTERS) {
            return Optional.empty();
        }
        return arabic ? Optional.of(arabic(text, from, end)) : numerals(text.substring(from, end), end);
    }

    private static WrittenNumber arabic(String text, int from, int end) {
        BigDecimal value = new BigDecimal(text.substring(from, end).replace(",", ""));
        int behind = end;
        while (behind < text.length() && Numerals.zeros(text.charAt(behind)) > 0 && !isFraction(text, behind)) {
            value = value.movePointRight(Numerals.zeros(text.charAt(behind++)));
        }
        return new WrittenNumber(value, behind);
    }

    private static Optional<WrittenNumber> numerals(String written, int end) {
        int point = written.indexOf('点');
        long whole = Numerals.read(point < 0 ? written : written.substring(0, point));
        String fraction = point < 0 ? "" : written.substring(point + 1);
        if (whole < 0 || !Numerals.isDigits(fraction)) {
            return Optional.empty();
        }
        BigDecimal part = fraction.isEmpty()
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(Numerals.read(fraction)).movePointLeft(fraction.length());
        return Optional.of(new WrittenNumber(BigDecimal.valueOf(whole).add(part), end));
    }

    /** A digit, a point between digits, or a comma before three of them. */
    private static boolean isOfArabic(String text, int from, int at) {
        char c = text.charAt(at);
        boolean between = at > from && at + 1 < text.length() && isArabic(text.charAt(at + 1));
        boolean point = c == '.' && between && text.lastIndexOf('.', at - 1) < from;
        return isArabic(c) || point || (c == ',' && between && digitsFrom(text, at + 1) == 3);
    }

    private static int digitsFrom(String text, int from) {
        int at = from;
        while (at < text.length() && isArabic(text.charAt(at))) {
            at++;
        }
        return at - from;
    }

    private static boolean isOfNumerals(String text, int at) {
        char c = text.charAt(at);
        boolean point = c == '点' && at + 1 < text.length() && Numerals.digit(text.charAt(at + 1)) >= 0;
        return point || Numerals.digit(c) >= 0 || (Numerals.zeros(c) > 0 && !isFraction(text, at));
    }

    /** Whether 万 here is that of 万分之. */
    private static boolean isFraction(String text, int at) {
        return text.startsWith("分之", at + 1);
    }

    private static boolean isArabic(char c) {
        return c >= '0' && c <= '9';
    }
}
