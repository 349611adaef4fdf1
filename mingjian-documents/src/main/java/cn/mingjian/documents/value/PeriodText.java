package cn.mingjian.documents.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When something was done, in words: {@code 2017年5月9日}, {@code 2017年12月份}, {@code 2017年3、4月}, {@code
 * 2018年4月1日至6日}, {@code 2014年11月至2015年1月}, {@code 2017年4月以来}. A year alone is no period: it is too wide to say which law
 * held. 上旬, 初, 底 and the like are read as the whole month.
 *
 * @param from the first day that the words can mean
 * @param to the last one; empty where the words leave the end open
 */
public record PeriodText(LocalDate from, Optional<LocalDate> to) {

    private static final int YEARS = 10_000;
    private static final String NUMBER = "([0-9O一二三四五六七八九十]{1,3})";
    private static final String PART = "(?:[上中下]旬|初|中|底|末)?";
    private static final String YEAR = "([12][0-9O]{3}|[一二][〇零一二三四五六七八九O0]{3}) ?年 ?";
    private static final Pattern PERIOD = Pattern.compile("^" + YEAR + NUMBER + "(?:[、-]" + NUMBER + ")? ?月份? ?(?:"
            + NUMBER
            + " ?日)?" + PART + "(?:(至|到|-|—)(?:" + YEAR + ")?(?:" + NUMBER + " ?月份?)? ?(?:" + NUMBER + " ?日)?" + PART
            + "|(起|以来|开始))?");

    /** The groups of the pattern. */
    private static final int FIRST_YEAR = 1;

    private static final int FIRST_MONTH = 2;
    private static final int SECOND_MONTH = 3;
    private static final int FIRST_DAY = 4;
    private static final int UNTIL = 5;
    private static final int LAST_YEAR = 6;
    private static final int LAST_MONTH = 7;
    private static final int LAST_DAY = 8;
    private static final int OPEN = 9;

    /** The period, or empty where the words are none or end before they begin. */
    public static Optional<PeriodText> parse(String words) {
        Matcher found = PERIOD.matcher(words);
        if (!found.find()) {
            return Optional.empty();
        }
        try {
            return of(found)
                    .filter(period ->
                            period.to().filter(to -> to.isBefore(period.from())).isEmpty());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<PeriodText> of(Matcher found) {
        Optional<Integer> year = number(found.group(FIRST_YEAR));
        Optional<Integer> month = number(found.group(FIRST_MONTH));
        if (year.isEmpty() || month.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> day = number(found.group(FIRST_DAY));
        LocalDate from = LocalDate.of(year.get(), month.get(), day.orElse(1));
        Optional<Integer> lastDay = number(found.group(LAST_DAY));
        Optional<Integer> lastMonth = number(found.group(LAST_MONTH));
        boolean ends = lastDay.isPresent() || lastMonth.isPresent();
        if (found.group(OPEN) != null || found.group(UNTIL) != null && !ends) {
            return Optional.of(new PeriodText(from, Optional.empty()));
        }
        YearMonth last = YearMonth.of(
                number(found.group(LAST_YEAR)).orElse(year.get()),
                lastMonth.or(() -> number(found.group(SECOND_MONTH))).orElse(month.get()));
        Optional<Integer> until = ends ? lastDay : day;
        return Optional.of(
                new PeriodText(from, Optional.of(until.map(last::atDay).orElseGet(last::atEndOfMonth))));
    }

    private static Optional<Integer> number(@Nullable String written) {
        return Optional.ofNullable(written).flatMap(digits -> Numerals.whole(digits, YEARS));
    }

    /** {@code {"from": ..., "to": ...}}. */
    public JsonNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("from", from.toString());
        to.ifPresent(day -> node.put("to", day.toString()));
        return node;
    }
}
