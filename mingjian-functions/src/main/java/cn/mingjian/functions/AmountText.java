package cn.mingjian.functions;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads amounts as offices write them: {@code 1,668(万元)}, {@code 1668万}, {@code ￥12.50}, {@code (1,234.50)},
 * {@code 24(万美元)}, {@code 人民币3.2亿元整}, full width too.
 *
 * <p>Empty is what cannot be read without guessing: groups of digits that are not of three, more than one point, powers
 * of ten as in {@code 1.2E+08}, unknown units, {@code 约100万}, nothing at all.
 */
public final class AmountText {
    private static final int MOST_CHARACTERS = 60;
    private static final int MOST_DIGITS = 30;
    private static final int GROUP = 3;

    private record Word(String text, String currency) {}

    private record Unit(String text, int zeros) {}

    /** The commonest first; a longer word stands before one that it begins with. */
    private static final List<Word> CURRENCIES = List.of(
            new Word("元", "CNY"),
            new Word("人民币元", "CNY"),
            new Word("人民币", "CNY"),
            new Word("新加坡元", "SGD"),
            new Word("澳大利亚元", "AUD"),
            new Word("加拿大元", "CAD"),
            new Word("新西兰元", "NZD"),
            new Word("瑞士法郎", "CHF"),
            new Word("新台币", "TWD"),
            new Word("香港元", "HKD"),
            new Word("澳门元", "MOP"),
            new Word("港元", "HKD"),
            new Word("港币", "HKD"),
            new Word("美元", "USD"),
            new Word("美金", "USD"),
            new Word("日元", "JPY"),
            new Word("欧元", "EUR"),
            new Word("英镑", "GBP"),
            new Word("韩元", "KRW"),
            new Word("澳元", "AUD"),
            new Word("加元", "CAD"),
            new Word("台币", "TWD"),
            new Word("US$", "USD"),
            new Word("HK$", "HKD"),
            new Word("RMB", "CNY"),
            new Word("CNY", "CNY"),
            new Word("USD", "USD"),
            new Word("HKD", "HKD"),
            new Word("EUR", "EUR"),
            new Word("JPY", "JPY"),
            new Word("GBP", "GBP"),
            new Word("¥", "CNY"),
            new Word("￥", "CNY"),
            new Word("$", "USD"),
            new Word("€", "EUR"),
            new Word("£", "GBP"),
            new Word("圆", "CNY"));

    private static final String FIRST_OF_CURRENCIES = CURRENCIES.stream()
            .map(word -> word.text().substring(0, 1))
            .distinct()
            .collect(Collectors.joining());

    private static final List<Unit> UNITS = List.of(
            new Unit("万亿", 12),
            new Unit("千亿", 11),
            new Unit("百亿", 10),
            new Unit("十亿", 9),
            new Unit("亿", 8),
            new Unit("千万", 7),
            new Unit("百万", 6),
            new Unit("十万", 5),
            new Unit("万", 4),
            new Unit("千", 3),
            new Unit("百", 2));

    private AmountText() {}

    /** The amount in the text, or empty when it cannot be read without guessing. */
    public static Optional<Amount> parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        return Optional.ofNullable(new Reading(squeezed(text)).amount());
    }

    /** Half width, capitals, without blanks. */
    private static String squeezed(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = Width.half(text.charAt(i));
            if (!Width.isBlank(c)) {
                out.append(plain(c));
            }
        }
        return out.toString();
    }

    private static char plain(char c) {
        if (c >= 'a' && c <= 'z') {
            return (char) (c - 'a' + 'A');
        }
        return c == '−' || c == '–' ? '-' : c;
    }

    /** One pass over a text without blanks. */
    private static final class Reading {
        private final String text;
        private int at;
        private @Nullable String currency;
        private int zeros;

        Reading(String text) {
            this.text = text;
        }

        @Nullable
        Amount amount() {
            boolean negative = sign();
            if (text.startsWith("(", at) && text.endsWith(")")) {
                return negative ? null : inBrackets();
            }
            boolean unsigned = at == 0;
            if (currency() && unsigned) {
                negative = sign();
            }
            BigDecimal number = number();
            if (number == null || !unit() || at != text.length()) {
                return null;
            }
            return amount(negative ? number.negate() : number);
        }

        /** An accounting negative: the whole amount stands in brackets. */
        private @Nullable Amount inBrackets() {
            Amount inner = new Reading(text.substring(at + 1, text.length() - 1)).amount();
            if (inner == null || inner.value().signum() < 0) {
                return null;
            }
            return new Amount(inner.value().negate(), inner.currency(), inner.unit());
        }

        private Amount amount(BigDecimal number) {
            BigDecimal value = number.movePointRight(zeros);
            return new Amount(
                    value, currency, BigDecimal.ONE.movePointRight(zeros).longValueExact());
        }

        private boolean sign() {
            if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
                return text.charAt(at++) == '-';
            }
            return false;
        }

        private boolean currency() {
            if (at >= text.length() || FIRST_OF_CURRENCIES.indexOf(text.charAt(at)) < 0) {
                return false;
            }
            for (Word word : CURRENCIES) {
                if (text.startsWith(word.text(), at)) {
                    if (currency != null
                            && !currency.equals(word.currency())
                            && !word.text().equals("元")) {
                        return false;
                    }
                    currency = currency == null ? word.currency() : currency;
                    at += word.text().length();
                    return true;
                }
            }
            return false;
        }

        /** What follows the number: {@code 万}, {@code 元}, {@code (万美元)}, {@code 万元人民币}, {@code 元整} or nothing. */
        private boolean unit() {
            boolean bracket = text.startsWith("(", at);
            at += bracket ? 1 : 0;
            int before = at;
            for (Unit unit : UNITS) {
                if (text.startsWith(unit.text(), at)) {
                    zeros = unit.zeros();
                    at += unit.text().length();
                    break;
                }
            }
            while (at < text.length() && currency()) {
                continue;
            }
            if (text.startsWith("整", at) && at > before) {
                at++;
            }
            if (!bracket) {
                return true;
            }
            return text.startsWith(")", at++) && at - 1 > before;
        }

        private @Nullable BigDecimal number() {
            StringBuilder digits = new StringBuilder();
            int group = -1;
            int decimals = -1;
            for (; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c >= '0' && c <= '9') {
                    digits.append(c);
                    decimals += decimals >= 0 ? 1 : 0;
                    group += group >= 0 && decimals < 0 ? 1 : 0;
                } else if (c == ',' && decimals < 0) {
                    if (digits.length() == 0 || (group < 0 ? digits.length() > GROUP : group != GROUP)) {
                        return null;
                    }
                    group = 0;
                } else if (c == '.' && decimals < 0) {
                    decimals = 0;
                } else {
                    break;
                }
            }
            boolean complete = digits.length() > 0 && digits.length() <= MOST_DIGITS && decimals != 0;
            if (!complete || (group >= 0 && group != GROUP)) {
                return null;
            }
            return new BigDecimal(digits.toString()).movePointLeft(Math.max(0, decimals));
        }
    }
}
