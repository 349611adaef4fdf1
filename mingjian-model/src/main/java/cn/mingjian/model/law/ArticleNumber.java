package cn.mingjian.model.law;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of an article as citations write it: {@code 133}, or {@code 133-1} for 第一百三十三条之一.
 *
 * @param main from 1
 * @param inserted the number behind 之, or 0 where there is none
 */
public record ArticleNumber(int main, int inserted) implements Comparable<ArticleNumber> {

    private static final Pattern WRITTEN = Pattern.compile("([1-9]\\d{0,3})(?:-([1-9]\\d?))?");
    private static final Pattern LABEL = Pattern.compile("第([一二三四五六七八九十百千零]+)条(?:之([一二三四五六七八九十]+))?");
    private static final String DIGITS = "零一二三四五六七八九";

    /** Reads {@code 133} or {@code 133-1}. */
    public static Optional<ArticleNumber> parse(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        return matcher.matches()
                ? Optional.of(new ArticleNumber(Integer.parseInt(matcher.group(1)), numberOrZero(matcher.group(2))))
                : Optional.empty();
    }

    /** Reads the words with which an article starts, 第……条 or 第……条之……, at the beginning of a line. */
    static Optional<ArticleNumber> atStartOf(String line) {
        Matcher matcher = LABEL.matcher(line);
        return matcher.lookingAt()
                ? Optional.of(new ArticleNumber(
                        chinese(matcher.group(1)), matcher.group(2) == null ? 0 : chinese(matcher.group(2))))
                : Optional.empty();
    }

    /** How many characters of a line the words take that {@link #atStartOf} reads. */
    static int labelLength(String line) {
        Matcher matcher = LABEL.matcher(line);
        return matcher.lookingAt() ? matcher.end() : 0;
    }

    /** As in the text of a law: 第一百三十三条之一. */
    public String label() {
        return "第" + chinese(main) + "条" + (inserted == 0 ? "" : "之" + chinese(inserted));
    }

    @Override
    public int compareTo(ArticleNumber other) {
        int byMain = Integer.compare(main, other.main);
        return byMain != 0 ? byMain : Integer.compare(inserted, other.inserted);
    }

    @Override
    public String toString() {
        return inserted == 0 ? Integer.toString(main) : main + "-" + inserted;
    }

    private static int numberOrZero(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int chinese(String number) {
        int total = 0;
        int digit = 0;
        for (char c : number.toCharArray()) {
            switch (c) {
                case '千' -> total += Math.max(1, digit) * 1000;
                case '百' -> total += Math.max(1, digit) * 100;
                case '十' -> total += Math.max(1, digit) * 10;
                default -> {
                    digit = DIGITS.indexOf(c);
                    continue;
                }
            }
            digit = 0;
        }
        return total + digit;
    }

    private static String chinese(int number) {
        StringBuilder words = new StringBuilder();
        int rest = number;
        int[] sizes = {1000, 100, 10};
        for (int i = 0; i < sizes.length; i++) {
            int digit = rest / sizes[i];
            rest %= sizes[i];
            if (digit > 0) {
                boolean bareTen = sizes[i] == 10 && digit == 1 && words.isEmpty();
                words.append(bareTen ? "" : DIGITS.substring(digit, digit + 1)).append("千百十".charAt(i));
            } else if (!words.isEmpty() && rest > 0 && words.charAt(words.length() - 1) != '零') {
                words.append('零');
            }
        }
        return rest > 0 || words.isEmpty() ? words.append(DIGITS.charAt(rest)).toString() : words.toString();
    }
}
