package cn.mingjian.functions;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Unified social credit codes (统一社会信用代码) after GB 32100-2015: 18 characters of 0-9 and the capital letters without
 * I, O, S, V, Z, the last one a check character by MOD 31-3.
 */
public final class CreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final int MODULUS = 31;
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final byte[] VALUES = values();

    private CreditCode() {}

    /** Whether the text is a code exactly as the standard writes it, with the right check character. */
    public static boolean isValid(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            int value = value(text.charAt(i));
            if (value < 0 || (i >= 2 && i < 8 && value > 9)) {
                return false;
            }
            sum += WEIGHTS[i] * value;
        }
        return value(text.charAt(LENGTH - 1)) == (MODULUS - sum % MODULUS) % MODULUS;
    }

    /**
     * The code as the standard writes it, or null when the text cannot be a valid code. Blanks anywhere are dropped, full
     * width becomes half width, small letters capitals. Letters that the standard lacks are not guessed to be digits.
     */
    public static @Nullable String normal(String text) {
        if (isValid(text)) {
            return text;
        }
        String code = Width.solid(text, LENGTH);
        return code != null && isValid(code) ? code : null;
    }

    /** The check character for the first 17 characters, which must be of the alphabet. */
    public static char check(CharSequence text) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += WEIGHTS[i] * value(text.charAt(i));
        }
        return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }

    private static int value(char c) {
        return c < VALUES.length ? VALUES[c] : -1;
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            values[ALPHABET.charAt(i)] = (byte) i;
        }
        return values;
    }
}
