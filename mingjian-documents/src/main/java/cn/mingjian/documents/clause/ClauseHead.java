package cn.mingjian.documents.clause;

import cn.mingjian.functions.Sentences;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The number with which a line begins a clause.
 *
 * @param written as the number of the clause, 8 or 8.3
 * @param count the last number of it
 * @param end in the line, behind the number and its mark
 */
record ClauseHead(Style style, String written, int count, int end) {

    private static final String NUMERAL = "([〇零一二三四五六七八九十百]{1,6})";
    private static final int LONGEST = 24;
    private static final int FIRST_CIRCLED = '①' - 1;

    /** The ways in which contracts number; a text decides itself which stands within which. */
    enum Style {
        /** 第八条. What follows must not make it a citation: 第八条的约定, 第八条第二款. */
        ARTICLE("^第([〇零一二三四五六七八九十百0-9]{1,6})条(?:[ ：、]|$|[^的约规所之和及或与第款项，。至到])"),
        /** 八、 */
        NUMERAL_MARK("^" + NUMERAL + "[、．.]"),
        /** （八） */
        NUMERAL_BRACKETS("^（" + NUMERAL + "）"),
        /** 8.3.1, with three numbers. */
        DOTTED_THRICE("^([0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{1,2})[、．. ]?(?:[^0-9]|$)"),
        /** 8.3 */
        DOTTED_TWICE("^([0-9]{1,2}\\.[0-9]{1,2})[、．. ]?(?:[^0-9.%‰元万年月日米]|$)"),
        /** 8. or 8、 */
        DIGITS_MARK("^([0-9]{1,3})[、．.](?:[^0-9]|$)"),
        /** （8） or 8） */
        DIGITS_BRACKETS("^（?([0-9]{1,3})）"),
        /** ⑧ */
        CIRCLED("^([①-⑳])");

        private final Pattern pattern;

        Style(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }

        boolean isDotted() {
            return this == DOTTED_TWICE || this == DOTTED_THRICE;
        }
    }

    /** The head of a line without blanks before it. */
    static Optional<ClauseHead> of(String line) {
        String begin = line.substring(0, Math.min(line.length(), LONGEST));
        for (Style style : Style.values()) {
            Matcher matcher = style.pattern.matcher(begin);
            if (matcher.find()) {
                return count(style, matcher.group(1))
                        .map(count -> new ClauseHead(
                                style,
                                style.isDotted() ? matcher.group(1) : String.valueOf(count),
                                count,
                                behind(style, begin, matcher.end(1))));
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> count(Style style, String written) {
        if (style == Style.CIRCLED) {
            return Optional.of(written.charAt(0) - FIRST_CIRCLED);
        }
        String last = written.substring(written.lastIndexOf('.') + 1);
        BigDecimal number = Sentences.number(last);
        return Optional.ofNullable(number).map(BigDecimal::intValue).filter(count -> count > 0);
    }

    private static int behind(Style style, String begin, int number) {
        int end = style == Style.ARTICLE ? number + 1 : number;
        String marks = style == Style.ARTICLE ? " ：、" : "、．. ）";
        while (end < begin.length() && marks.indexOf(begin.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }
}
