package cn.mingjian.functions;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** Scans one text for a day, a month and a time of day, from left to right and without regular expressions. */
final class DateScanner extends TextCursor {
    private static final int NOON = 12;
    private static final int NANOS_OF_A_MICRO = 1000;

    private int year;
    private int month;
    private int day;
    private int hour;
    private int minute;
    private int second;
    private int micros;
    private boolean compactTime;

    DateScanner(String text) {
        super(text);
    }

    LocalDate date() {
        return LocalDate.of(year, month, day);
    }

    LocalDateTime dateTime() {
        LocalDateTime midnight = date().atStartOfDay();
        return midnight.plusHours(hour)
                .plusMinutes(minute)
                .plusSeconds(second)
                .plusNanos((long) micros * NANOS_OF_A_MICRO);
    }

    /** Year, month and day; true when they name an existing day. */
    boolean day() {
        int digits = digitRun();
        if (digits == 8 || digits == 12 || digits == 14) {
            year = take(4);
            month = take(2);
            day = take(2);
            compactTime = digits > 8;
            return exists();
        }
        if (!year(digits)) {
            return false;
        }
        char separator = separator();
        if (separator == 0 || separator == '月') {
            return false;
        }
        month = number();
        if (month < 0 || separator() != (separator == '年' ? '月' : separator)) {
            return false;
        }
        day = number();
        wordOfTheDay();
        return day >= 0 && exists();
    }

    /** 日 or 号 may stand behind the day, after blanks; other blanks separate the day from what follows and stay. */
    private void wordOfTheDay() {
        int before = at;
        skipBlanks();
        if (!atEnd() && (peek() == '日' || peek() == '号')) {
            at++;
        } else {
            at = before;
        }
    }

    /** Year and month; the day becomes the first. */
    boolean month() {
        int digits = digitRun();
        if (digits == 6) {
            year = take(4);
            month = take(2);
        } else {
            if (!year(digits)) {
                return false;
            }
            char separator = separator();
            if (separator == 0 || separator == '月') {
                return false;
            }
            month = number();
            if (separator == '年' && !word('月')) {
                return false;
            }
            if (separator == '年') {
                word('份');
            }
        }
        day = 1;
        skipBlanks();
        return exists();
    }

    /** A time of day behind a day, of the rest of the text or of the digits that follow at once. */
    boolean time() {
        if (compactTime) {
            hour = take(2);
            minute = take(2);
            second = digitRun() >= 2 ? take(2) : 0;
            return timeExists(0);
        }
        int half = afterDay();
        if (half < 0) {
            return false;
        }
        hour = number();
        char separator = clockSeparator(':', '时', '点');
        if (hour < 0 || separator == 0) {
            return false;
        }
        boolean words = separator != ':';
        boolean wholeHour = words && atEnd();
        minute = wholeHour ? 0 : number();
        if (minute < 0 || (words && !wholeHour && !word('分'))) {
            return false;
        }
        return seconds(words) && ending(half) && timeExists(half);
    }

    private boolean seconds(boolean words) {
        if (words) {
            boolean none = atEnd();
            second = none ? 0 : number();
            return none || (second >= 0 && word('秒'));
        }
        if (atEnd() || peek() != ':') {
            return true;
        }
        at++;
        second = number();
        if (!atEnd() && peek() == '.') {
            at++;
            return micros();
        }
        return second >= 0;
    }

    private boolean micros() {
        int digits = digitRun();
        if (digits < 1 || digits > 9 || second < 0) {
            return false;
        }
        int value = 0;
        for (int i = 0; i < 6; i++) {
            value = value * 10 + (i < digits ? take(1) : 0);
        }
        at += Math.max(0, digits - 6);
        micros = value;
        return true;
    }

    /** What may stand behind a time: AM or PM, or the zone of China. */
    private boolean ending(int half) {
        skipBlanks();
        if (atEnd()) {
            return true;
        }
        String rest = Width.half(text.substring(at, end));
        at = end;
        if (half == 0 && (rest.equalsIgnoreCase("AM") || rest.equalsIgnoreCase("PM"))) {
            return applyHalf(rest.equalsIgnoreCase("AM") ? 1 : 2);
        }
        return rest.equals("+08:00") || rest.equals("+0800") || rest.equals("+08");
    }

    private boolean timeExists(int half) {
        if (half > 0 && !applyHalf(half)) {
            return false;
        }
        boolean midnight = hour == 24 && minute == 0 && second == 0 && micros == 0;
        boolean inYears = !midnight || year < Days.LAST_YEAR || month < 12 || day < 31;
        return inYears
                && (midnight || hour < 24)
                && hour >= 0
                && minute >= 0
                && minute < 60
                && second >= 0
                && second < 60;
    }

    private boolean applyHalf(int half) {
        if (half == 1) {
            hour = hour == NOON ? 0 : hour;
            return hour < NOON;
        }
        hour = hour < NOON ? hour + NOON : hour;
        return hour >= NOON && hour < 24;
    }

    /** Moves from the day to the time: 1 for 上午, 2 for 下午, 0 for neither, -1 when nothing may follow. */
    private int afterDay() {
        int before = at;
        skipBlanks();
        if (atEnd()) {
            return -1;
        }
        if (at == before && (peek() == 'T' || peek() == 't')) {
            at++;
            return 0;
        }
        int half = text.startsWith("上午", at) ? 1 : text.startsWith("下午", at) ? 2 : 0;
        at += half > 0 ? 2 : 0;
        boolean apart = at > before || text.charAt(at - 1) == '日';
        skipBlanks();
        return apart ? half : -1;
    }

    private boolean exists() {
        return year >= 1000 && Days.exists(year, month, day);
    }

    private boolean year(int digits) {
        if (digits == 4) {
            year = take(4);
            return true;
        }
        if (digits > 0) {
            return false;
        }
        int value = 0;
        int count = 0;
        while (!atEnd() && ChineseNumeral.digit(text.charAt(at)) >= 0) {
            value = value * 10 + ChineseNumeral.digit(text.charAt(at++));
            count++;
            if (count > 4) {
                return false;
            }
        }
        year = value;
        return count == 4;
    }

    /** A separator of day parts with the blanks around it, or 0. */
    private char separator() {
        skipBlanks();
        if (atEnd()) {
            return 0;
        }
        char c = peek();
        char kind = c == '-' || c == '/' || c == '.' || c == '年' || c == '月' ? c : c == '−' || c == '—' ? '-' : 0;
        at += kind == 0 ? 0 : 1;
        skipBlanks();
        return kind;
    }

    private char clockSeparator(char first, char second, char third) {
        skipBlanks();
        if (atEnd()) {
            return 0;
        }
        char c = peek();
        boolean known = c == first || c == second || c == third;
        at += known ? 1 : 0;
        skipBlanks();
        return known ? c : 0;
    }
}
