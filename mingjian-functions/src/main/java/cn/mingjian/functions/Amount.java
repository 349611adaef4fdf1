package cn.mingjian.functions;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money as a text stated it.
 *
 * @param value the amount in whole units of the currency (yuan, dollars), with the decimals that the text had
 * @param currency ISO 4217 code, or null when the text named none
 * @param unit how many of these units one of the written units is: 10,000 for {@code 万元}; 1 when none was written
 */
public record Amount(BigDecimal value, @Nullable String currency, long unit) {}
