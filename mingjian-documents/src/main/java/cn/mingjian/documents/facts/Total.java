package cn.mingjian.documents.facts;

import cn.mingjian.documents.text.Span;
import java.math.BigDecimal;
import java.util.List;

/**
 * The amount of an offence.
 *
 * @param stated whether the text states it; else it is the sum of the parts
 * @param parts in the order of the text
 * @param span where the stated total stands; where the parts stand, from the first to the last
 * @param contradicted whether the parts come to more than the stated total, or two stated totals differ
 */
record Total(BigDecimal yuan, boolean stated, List<BigDecimal> parts, Span span, boolean contradicted) {

    /** The parts as a sum: {@code 1500 + 7000}. */
    String formula() {
        return String.join(" + ", parts.stream().map(BigDecimal::toPlainString).toList());
    }
}
