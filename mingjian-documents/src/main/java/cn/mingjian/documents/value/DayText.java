package cn.mingjian.documents.value;

import cn.mingjian.documents.text.Span;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Days as documents write them: {@code 2016年7月24日}, {@code 二〇一六年十月二十一日}, and by what stands before: {@code
 * 同年8月25日}, {@code 同月3日}, {@code 8月25日}, {@code 次日}, {@code 同日}. A letter O in place of a nought is read as one.
 */
public final class DayText {

    private static final int YEARS = 10_000;
    private static final String NUMBER = "[0-9O一二三四五六七八九十廿卅]{1,3}";

    private static final Pattern DAY =
            Pattern.compile("(?:([12][0-9O]{3}|[一二][〇零一二三四五六七八九O0]{3}) ?年|(同年|当年|本年|次年|翌年|去年))?" + " ?(?:(" + NUMBER
                    + ") ?月(?:份)?|(同月|当月|本月|次月))? ?(?:(" + NUMBER + ") ?[日号]|(同日|当日|当天|次日|翌日))?");

    private static final String DIGITS = "0123456789O〇零一二三四五六七八九十廿卅";
    private static final int YEAR_DIGITS = 4;
    private static final String RELATIVE = "同当本次翌去";
    private static final String UNITS = "年月日号天";

    /** How far back a day is looked for that 同年 or 次日 may mean: a text without end must not be read anew for each day. */
    private static final int FAR = 2_000;

    private static final String PAUSES = "，。；";

    private DayText() {}

    /**
     * The day that stands at a place of a text, by the days before it.
     *
     * @param from where the text begins in which a day before is looked for
     */
    public static Optional<LocalDate> at(String text, int from, Span day) {
        int begin = near(text, from, day.start());
        String told = text.substring(begin, day.end());
        Context context = new Context();
        Matcher matcher = DAY.matcher(told);
        int at = 0;
        Optional<LocalDate> last = Optional.empty();
        while (at <= told.length() && matcher.find(at)) {
            if (matcher.end() == matcher.start()) {
                at = next(matcher.start() + 1, told);
                continue;
            }
            Optional<LocalDate> read = context.take(matcher);
            at = matcher.end();
            last = matcher.start() >= day.start() - begin ? read : Optional.empty();
        }
        return last;
    }

    private static int near(String text, int from, int day) {
        int begin = day - FAR;
        if (begin <= from) {
            return from;
        }
        while (begin < day && PAUSES.indexOf(text.charAt(begin)) < 0) {
            begin++;
        }
        return begin;
    }

    /** The next place at which a day can begin: all else is passed over quickly. */
    private static int next(int at, String text) {
        int next = at;
        while (next < text.length() && !begins(text, next)) {
            next++;
        }
        return next;
    }

    /** Whether a number or a word stands here, and behind it what makes it a year, a month or a day. */
    private static boolean begins(String text, int at) {
        int behind = at;
        while (behind < text.length() && behind - at < YEAR_DIGITS && DIGITS.indexOf(text.charAt(behind)) >= 0) {
            behind++;
        }
        if (behind > at) {
            behind += behind < text.length() && text.charAt(behind) == ' ' ? 1 : 0;
        } else if (RELATIVE.indexOf(text.charAt(at)) >= 0) {
            behind++;
        }
        return behind > at && behind < text.length() && UNITS.indexOf(text.charAt(behind)) >= 0;
    }

    /** The day in words that need no other. */
    public static Optional<LocalDate> parse(String words) {
        return at(words, 0, new Span(0, words.length()));
    }

    /** What is known from the days before. */
    private static final class Context {
        private int year;
        private int month;
        private int day;

        Optional<LocalDate> take(Matcher found) {
            String relativeYear = found.group(2);
            String relativeMonth = found.group(4);
            String relativeDay = found.group(6);
            if (found.group(5) != null && found.group(3) == null && relativeMonth == null) {
                return Optional.empty(); // a number of days, or a day of a month that is not named
            }
            boolean bareMonth = found.group(3) != null && found.group(1) == null && relativeYear == null;
            if (found.group(1) != null) {
                year = Numerals.whole(found.group(1), YEARS).orElse(0);
                month = 0;
                day = 0;
            } else if (relativeYear != null) {
                year += relativeYear.startsWith("次") || relativeYear.startsWith("翌") ? 1 : 0;
                year -= relativeYear.startsWith("去") ? 1 : 0;
            }
            if (found.group(3) != null) {
                month = Numerals.whole(found.group(3), 13).orElse(0);
                day = 0;
            } else if (relativeMonth != null && relativeMonth.startsWith("次")) {
                month++;
                year += month > 12 ? 1 : 0;
                month = month > 12 ? 1 : month;
            }
            if (found.group(5) != null) {
                day = Numerals.whole(found.group(5), 32).orElse(0);
            }
            if (bareMonth && found.group(5) == null) {
                return Optional.empty();
            }
            return resolved(relativeDay);
        }

        private Optional<LocalDate> resolved(@Nullable String relativeDay) {
            if (year < 1000 || month < 1 || day < 1) {
                return Optional.empty();
            }
            try {
                LocalDate date = LocalDate.of(year, month, day);
                if (relativeDay != null && (relativeDay.startsWith("次") || relativeDay.startsWith("翌"))) {
                    date = date.plusDays(1);
                    year = date.getYear();
                    month = date.getMonthValue();
                    day = date.getDayOfMonth();
                }
                return Optional.of(date);
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
