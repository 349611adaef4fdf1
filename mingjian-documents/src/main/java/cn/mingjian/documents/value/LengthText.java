package cn.mingjian.documents.value;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths of time in whole months: {@code 一年三个月}, {@code 十年零二个月}, {@code 一年又六个月}, {@code 一年半}, {@code 6个月}.
 * Days beyond whole months are dropped.
 */
public final class LengthText {

    private static final int YEAR = 12;
    private static final int MOST_YEARS = 100;
    private static final int MOST_MONTHS = 1000;
    private static final Pattern LENGTH =
            Pattern.compile("(?:([^年月日天]+)年(半)?)?[零又]?(?:([^年月日天个]+)(?:个(半)?月|月))?[零又]?(?:([^年月日天]+)[日天])?");

    private LengthText() {}

    /** The whole months of a length; a length of days alone has none. */
    public static Optional<Integer> months(String written) {
        Matcher length = LENGTH.matcher(written.replaceAll("\\s", ""));
        if (!length.matches()) {
            return Optional.empty();
        }
        boolean neither = length.group(1) == null && length.group(3) == null;
        Optional<Integer> years =
                length.group(1) == null ? Optional.of(0) : Numerals.whole(length.group(1), MOST_YEARS);
        Optional<Integer> months =
                length.group(3) == null ? Optional.of(0) : Numerals.whole(length.group(3), MOST_MONTHS);
        if (neither || years.isEmpty() || months.isEmpty()) {
            return Optional.empty();
        }
        int half = length.group(2) == null ? 0 : YEAR / 2;
        return Optional.of(years.get() * YEAR + half + months.get());
    }
}
