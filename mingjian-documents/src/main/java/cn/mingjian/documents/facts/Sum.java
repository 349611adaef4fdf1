package cn.mingjian.documents.facts;

import cn.mingjian.documents.text.Span;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A sum of money where it stands.
 *
 * @param yuan empty for cash without a figure and for other currencies
 */
record Sum(Span span, Kind kind, Optional<BigDecimal> yuan) {

    /** What a sum is. */
    enum Kind {
        /** Money that was taken. */
        MONEY,
        /** What goods are worth. */
        GOODS_VALUE,
        /** What somebody got for goods, his share, what he paid back. */
        PROCEEDS,
        /** What was seized, paid or received and is not called stolen. */
        OTHER
    }
}
