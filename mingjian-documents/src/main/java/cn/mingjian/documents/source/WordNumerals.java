package cn.mingjian.documents.source;

import java.util.Optional;
import org.apache.poi.hwpf.converter.NumberFormatter;

/** Counts as Word writes them in the number of a paragraph, by the names of formats of ECMA-376 part 1, 17.18.59. */
final class WordNumerals {

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final int CIRCLED = 20;
    /** No document counts farther in words or letters. */
    private static final int MOST = 999;

    private static final int UPPER_ROMAN = 1;
    private static final int LOWER_ROMAN = 2;
    private static final int UPPER_LETTER = 3;
    private static final int LOWER_LETTER = 4;

    private WordNumerals() {}

    /** The numeral; empty for a format that is not known, or that has none for the count. */
    static Optional<String> of(String format, int count) {
        if (count < 0) {
            return Optional.empty();
        }
        return switch (format) {
            case "decimal", "decimalHalfWidth", "decimalFullWidth", "decimalFullWidth2" ->
                Optional.of(String.valueOf(count));
            case "decimalZero" -> Optional.of(count < 10 ? "0" + count : String.valueOf(count));
            case "decimalEnclosedParen" -> Optional.of("（" + count + "）");
            case "decimalEnclosedFullstop" -> Optional.of(count + ".");
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
                Optional.of(count)
                        .filter(one -> one >= 1 && one <= CIRCLED)
                        .map(one -> String.valueOf((char) ('①' + one - 1)));
            case "chineseCounting",
                    "chineseCountingThousand",
                    "japaneseCounting",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand" -> chinese(count);
            case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital" ->
                Optional.of(String.valueOf(count)
                        .chars()
                        .mapToObj(digit -> DIGITS.substring(digit - '0', digit - '0' + 1))
                        .reduce("", String::concat));
            case "upperRoman" -> latin(count, UPPER_ROMAN);
            case "lowerRoman" -> latin(count, LOWER_ROMAN);
            case "upperLetter" -> latin(count, UPPER_LETTER);
            case "lowerLetter" -> latin(count, LOWER_LETTER);
            case "none" -> Optional.of("");
            default -> Optional.empty();
        };
    }

    private static Optional<String> latin(int count, int style) {
        return count < 1 || count > MOST ? Optional.empty() : Optional.of(NumberFormatter.getNumber(count, style));
    }

    /** 一 to 九百九十九; 一百零一, but 十一. */
    private static Optional<String> chinese(int count) {
        if (count < 1 || count > MOST) {
            return Optional.empty();
        }
        int hundreds = count / 100;
        int tens = count / 10 % 10;
        int ones = count % 10;
        StringBuilder words = new StringBuilder(hundreds > 0 ? digit(hundreds) + "百" : "");
        if (tens > 0) {
            words.append(count < 20 ? "" : digit(tens)).append('十');
        } else if (hundreds > 0 && ones > 0) {
            words.append('零');
        }
        return Optional.of(words.append(ones > 0 ? digit(ones) : "").toString());
    }

    private static String digit(int digit) {
        return DIGITS.substring(digit, digit + 1);
    }
}
