package cn.mingjian.functions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Exact arithmetic that the engines lack: their division of decimals is a floating one. */
public final class Decimals {
    private static final long MOST_PLACES = 12;

    private Decimals() {}

    /** The quotient rounded half up to so many places (0 to 12); null when the divisor is zero or the places are not. */
    public static @Nullable BigDecimal divide(BigDecimal dividend, BigDecimal divisor, long places) {
        if (divisor.signum() == 0 || places < 0 || places > MOST_PLACES) {
            return null;
        }
        return dividend.divide(divisor, (int) places, RoundingMode.HALF_UP);
    }
}
