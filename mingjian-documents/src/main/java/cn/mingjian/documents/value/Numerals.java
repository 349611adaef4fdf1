package cn.mingjian.documents.value;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Numbers as documents write them: {@code 3,600}, {@code 20，000}, {@code 1.2}, {@code 一百二十三}, {@code 二十万九千五百},
 * {@code 10万}, {@code 1万2千}, {@code 二〇}. Empty is what cannot be read without guessing.
 */
public final class Numerals {

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String OTHERS = "零壹贰叁肆伍陆柒捌玖";
    private static final BigDecimal MYRIAD = new BigDecimal(10_000);
    private static final BigDecimal MYRIADS = new BigDecimal(100_000_000);
    private static final int LONGEST = 40;

    private Numerals() {}

    /** The number written in a text without blanks. */
    public static Optional<BigDecimal> parse(String written) {
        String text = written.replace("O", "0").replaceAll("[\\s余多]", "");
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        return new Reading(text).whole();
    }

    /** A whole number below a bound, as of months, days or articles. */
    public static Optional<Integer> whole(String written, int bound) {
        return parse(written)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .filter(number -> number.compareTo(new BigDecimal(bound)) < 0)
                .map(BigDecimal::intValueExact);
    }

    /** The digit of a Chinese numeral, -1 for none. */
    static int digit(char c) {
        int digit = DIGITS.indexOf(c);
        if (digit < 0) {
            digit = OTHERS.indexOf(c);
        }
        return c == '两' ? 2 : digit;
    }

    /** One pass; each section up to 万 or 亿 is read for itself. */
    private static final class Reading {
        private final String text;
        private int at;

        Reading(String text) {
            this.text = text;
        }

        Optional<BigDecimal> whole() {
            BigDecimal total = BigDecimal.ZERO;
            while (at < text.length()) {
                Optional<BigDecimal> section = section();
                if (section.isEmpty()) {
                    return Optional.empty();
                }
                BigDecimal value = section.get();
                while (at < text.length() && (text.charAt(at) == '万' || text.charAt(at) == '亿')) {
                    value = value.multiply(text.charAt(at++) == '万' ? MYRIAD : MYRIADS);
                }
                total = total.add(value);
            }
            return Optional.of(total);
        }

        private Optional<BigDecimal> section() {
            int from = at;
            return text.charAt(at) >= '0' && text.charAt(at) <= '9'
                    ? arabic()
                    : chinese().filter(value -> at > from);
        }

        private Optional<BigDecimal> arabic() {
            StringBuilder digits = new StringBuilder();
            int group = -1;
            boolean point = false;
            for (; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c >= '0' && c <= '9') {
                    digits.append(c);
                    group += group >= 0 && !point ? 1 : 0;
                } else if ((c == ',' || c == '，') && !point) {
                    if (group >= 0 ? group != 3 : digits.length() > 3) {
                        return Optional.empty();
                    }
                    group = 0;
                } else if ((c == '.' || c == '·') && !point) {
                    point = true;
                    digits.append('.');
                } else {
                    break;
                }
            }
            if (group >= 0 && group != 3 || digits.toString().endsWith(".")) {
                return Optional.empty();
            }
            BigDecimal value = new BigDecimal(digits.toString());
            return Optional.of(multiplied(value));
        }

        /** Units behind Arabic digits: {@code 3千}, {@code 5百}. */
        private BigDecimal multiplied(BigDecimal value) {
            BigDecimal product = value;
            while (at < text.length() && unit(text.charAt(at)) > 1) {
                product = product.multiply(new BigDecimal(unit(text.charAt(at++))));
            }
            return product;
        }

        private Optional<BigDecimal> chinese() {
            long total = 0;
            long digits = 0;
            int count = 0;
            boolean units = false;
            for (; at < text.length(); at++) {
                char c = text.charAt(at);
                int digit = digit(c);
                int unit = unit(c);
                if (digit >= 0) {
                    digits = digits * 10 + digit;
                    count++;
                } else if (unit > 1) {
                    total += (count == 0 ? 1 : digits) * unit;
                    digits = 0;
                    count = 0;
                    units = true;
                } else {
                    break;
                }
            }
            boolean spelled = units && count > 1 && digits >= 10;
            return spelled || count > 12 ? Optional.empty() : Optional.of(BigDecimal.valueOf(total + digits));
        }

        private static int unit(char c) {
            return switch (c) {
                case '十', '拾' -> 10;
                case '百', '佰' -> 100;
                case '千', '仟' -> 1000;
                default -> 1;
            };
        }
    }
}
