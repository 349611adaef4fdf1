package cn.mingjian.documents.facts;

import cn.mingjian.documents.text.Span;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A weight where it stands.
 *
 * @param grams empty where the number cannot be read
 */
record Weight(Span span, Optional<BigDecimal> grams) {}
