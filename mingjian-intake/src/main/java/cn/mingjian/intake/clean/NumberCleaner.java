package cn.mingjian.intake.clean;

import cn.mingjian.functions.Amount;
import cn.mingjian.functions.AmountText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whole numbers, amounts of money and quantities, as unscaled numbers of 16 digits (18 for whole numbers). An amount that
 * names its unit ({@code 1,668(万元)}) has it; else the unit of the column holds. Too many decimals are rounded half up.
 */
final class NumberCleaner extends CellCleaner {

    private static final String YUAN = "CNY";
    private static final Pattern PLAIN = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final int QUICK_DIGITS = 15;

    private final int scale;
    private final boolean money;
    private final BigDecimal unit;
    private final BigDecimal bound;
    private final boolean plainUnit;

    /** @param scale decimals kept; 0 is a whole number, which is not rounded */
    NumberCleaner(ByteTexts<Boolean> missing, int scale, boolean money, BigDecimal unit) {
        super(missing);
        this.scale = scale;
        this.money = money;
        this.unit = unit;
        this.plainUnit = unit.compareTo(BigDecimal.ONE) == 0;
        this.bound = BigDecimal.TEN.pow(scale == 0 ? 18 : 16 - scale);
    }

    @Override
    boolean quick(byte[] bytes, int from, int to, Cleaned out) {
        if (!plainUnit || to - from > QUICK_DIGITS - scale) {
            return false;
        }
        boolean negative = bytes[from] == '-';
        int i = negative ? from + 1 : from;
        long value = 0;
        int digits = 0;
        while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
            value = value * 10 + bytes[i++] - '0';
            digits++;
        }
        int decimals = 0;
        if (i < to && bytes[i] == '.' && digits > 0 && i + 1 < to) {
            i++;
            while (i < to && decimals < scale && bytes[i] >= '0' && bytes[i] <= '9') {
                value = value * 10 + bytes[i++] - '0';
                decimals++;
            }
        }
        if (i < to || digits == 0) {
            return false;
        }
        for (; decimals < scale; decimals++) {
            value *= 10;
        }
        out.number(negative ? -value : value, false);
        return true;
    }

    @Override
    void read(byte[] bytes, int from, int to, Cleaned out) {
        String text = string(bytes, from, to);
        Optional<Amount> amount = AmountText.parse(text);
        if (amount.isEmpty()) {
            scientific(text, out);
            return;
        }
        Amount found = amount.get();
        boolean named = found.unit() != 1 || found.currency() != null;
        if (found.currency() != null && !(money && found.currency().equals(YUAN))) {
            out.untypable(money ? Reason.CURRENCY : Reason.NUMBER);
            return;
        }
        boolean plain = !named && plainUnit && PLAIN.matcher(text).matches();
        take(named ? found.value() : found.value().multiply(unit), plain, out);
    }

    /** Spreadsheets write 1.5E-05 and 1.2E+08; with up to 15 digits nothing was lost. */
    private void scientific(String text, Cleaned out) {
        if (text.length() <= 24 && text.matches("-?\\d(\\.\\d{1,14})?[Ee][+-]?\\d{1,2}")) {
            take(new BigDecimal(text).multiply(unit), false, out);
        } else {
            out.untypable(Reason.NUMBER);
        }
    }

    private void take(BigDecimal value, boolean plain, Cleaned out) {
        if (scale == 0 && value.stripTrailingZeros().scale() > 0) {
            out.untypable(Reason.NOT_WHOLE);
            return;
        }
        BigDecimal rounded = value.setScale(scale, RoundingMode.HALF_UP);
        if (rounded.abs().compareTo(bound) >= 0) {
            out.untypable(Reason.TOO_LARGE);
            return;
        }
        out.number(rounded.unscaledValue().longValueExact(), !plain || rounded.compareTo(value) != 0);
    }
}
