package cn.mingjian.documents.value;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sums of money: {@code 五千元}, {@code 人民币1.2万元}, {@code 3,600余元}, {@code 3,600.5元}, {@code 5元3角}. 余 and 多 are
 * dropped, as the sum is then a lower bound. Other currencies are not read.
 */
public final class MoneyText {

    private static final int LONGEST = 60;
    private static final Pattern SUM =
            Pattern.compile("(?:人民币|￥|¥)?([^元圆]+?)[余多]?[元圆](?:([^角分]{1,2})角)?(?:([^角分]{1,2})分)?[余多]?(?:整|正)?(?:人民币)?");

    private MoneyText() {}

    /** The sum in yuan. */
    public static Optional<BigDecimal> yuan(String written) {
        String text = written.replaceAll("\\s", "");
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher sum = SUM.matcher(text);
        if (!sum.matches()) {
            return Optional.empty();
        }
        return Numerals.parse(sum.group(1))
                .map(yuan -> yuan.add(part(sum.group(2), 1)).add(part(sum.group(3), 2)))
                .map(MoneyText::plain);
    }

    private static BigDecimal part(@org.jspecify.annotations.Nullable String digits, int places) {
        return digits == null
                ? BigDecimal.ZERO
                : Numerals.parse(digits).orElse(BigDecimal.ZERO).movePointLeft(places);
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
