package cn.mingjian.intake.map;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Units that stand in headings and recipes, as multiples of yuan. */
final class Units {

    private static final Map<String, BigDecimal> KNOWN = Map.of(
            "元", BigDecimal.ONE,
            "人民币元", BigDecimal.ONE,
            "千元", new BigDecimal(1_000),
            "万元", new BigDecimal(10_000),
            "万元人民币", new BigDecimal(10_000),
            "人民币万元", new BigDecimal(10_000),
            "万", new BigDecimal(10_000),
            "百万元", new BigDecimal(1_000_000),
            "亿元", new BigDecimal(100_000_000),
            "亿", new BigDecimal(100_000_000));

    private Units() {}

    /** The multiple that a word stands for. */
    static Optional<BigDecimal> of(String word) {
        return Optional.ofNullable(KNOWN.get(word.startsWith("单位:") ? word.substring(3) : word));
    }

    /** The words that are known. */
    static java.util.Set<String> words() {
        return KNOWN.keySet();
    }
}
