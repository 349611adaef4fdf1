package cn.mingjian.documents.value;

import cn.mingjian.functions.WrittenNumber;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Numbers as documents write them: {@code 3,600}, {@code 20，000}, {@code 1.2}, {@code 一百二十三}, {@code 二十万九千五百},
 * {@code 10万}, {@code 1万2千}, {@code 二〇}, and with the letter O for a nought. Empty is what cannot be read without
 * guessing.
 */
public final class Numerals {

    private Numerals() {}

    /** The number written in a text: one {@link WrittenNumber}, or several, each smaller than the one before. */
    public static Optional<BigDecimal> parse(String written) {
        boolean arabic = written.chars().anyMatch(c -> c >= '0' && c <= '9');
        String text = written.replace('O', arabic ? '0' : '〇')
                .replace('，', ',')
                .replace('·', '.')
                .replaceAll("[\\s余多]", "");
        Optional<BigDecimal> total = Optional.empty();
        Optional<BigDecimal> last = Optional.empty();
        int at = 0;
        while (at < text.length()) {
            Optional<WrittenNumber> part =
                    WrittenNumber.begins(text.charAt(at)) ? WrittenNumber.at(text, at) : Optional.empty();
            if (part.isEmpty()
                    || last.filter(before -> before.compareTo(part.get().value()) <= 0)
                            .isPresent()) {
                return Optional.empty();
            }
            last = part.map(WrittenNumber::value);
            total = Optional.of(total.orElse(BigDecimal.ZERO).add(part.get().value()));
            at = part.get().end();
        }
        return total;
    }

    /** A whole number below a bound, as of months, days or articles. */
    public static Optional<Integer> whole(String written, int bound) {
        return parse(written)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .filter(number -> number.compareTo(new BigDecimal(bound)) < 0)
                .map(BigDecimal::intValueExact);
    }
}
