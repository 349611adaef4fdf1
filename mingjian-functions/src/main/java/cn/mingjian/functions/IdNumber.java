package cn.mingjian.functions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Citizen identity numbers (公民身份号码) after GB 11643-1999: six digits of the place, eight of the birth date, three of
 * the order (odd for men), and a check character by ISO 7064 MOD 11-2.
 *
 * <p>The first digits must name a province of GB/T 2260 (11 to 65, 71, 81 to 83) or begin with 9 (permanent residence
 * card of foreigners, 2023 form). The county is not looked up: codes changed too often to refuse a number for it.
 */
public final class IdNumber {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final String PROVINCES =
            " 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 ";
    private static final boolean[] PLACES = places();
    private static final int LENGTH = 18;
    private static final int OLD_LENGTH = 15;

    private IdNumber() {}

    /**
     * Whether the text is a number exactly as the standard writes it: 18 characters, half width, capital X, an existing
     * birth date and the right check character. A form that {@link #normal} could mend is not valid as it stands.
     */
    public static boolean isValid(String text) {
        return text.length() == LENGTH
                && digits(text, 0, LENGTH - 1)
                && PLACES[number(text, 0, 2)]
                && Days.exists(number(text, 6, 10), number(text, 10, 12), number(text, 12, 14))
                && number(text, 6, 10) >= 1800
                && check(text) == text.charAt(LENGTH - 1);
    }

    /**
     * The number as the standard writes it, or null when the text cannot be a valid number. Blanks anywhere are dropped,
     * full width becomes half width, x becomes X, and 15 digits of the 1985 form get century and check character (order
     * numbers 996 to 999 of that form were kept for people born before 1900).
     */
    public static @Nullable String normal(String text) {
        if (isValid(text)) {
            return text;
        }
        String solid = Width.solid(text, LENGTH);
        String number = solid != null && solid.length() == OLD_LENGTH ? lengthened(solid) : solid;
        return number != null && isValid(number) ? number : null;
    }

    /** The birth date in a number of any form that {@link #normal} takes, else null. */
    public static @Nullable LocalDate birthDate(String text) {
        String number = normal(text);
        return number == null
                ? null
                : LocalDate.of(number(number, 6, 10), number(number, 10, 12), number(number, 12, 14));
    }

    /** {@code M} for an odd order number, {@code F} for an even one, null when the text is no valid number. */
    public static @Nullable String sex(String text) {
        String number = normal(text);
        if (number == null) {
            return null;
        }
        return (number.charAt(16) & 1) == 1 ? "M" : "F";
    }

    /** The check character for the first 17 digits of the text. */
    public static char check(CharSequence text) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (text.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % 11);
    }

    private static @Nullable String lengthened(String old) {
        if (!digits(old, 0, OLD_LENGTH)) {
            return null;
        }
        String century = old.compareTo(old.substring(0, 12) + "996") >= 0 ? "18" : "19";
        String body = old.substring(0, 6) + century + old.substring(6);
        return body + check(body);
    }

    private static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    private static boolean[] places() {
        boolean[] places = new boolean[100];
        for (int i = 0; i < 100; i++) {
            places[i] = i >= 90 || PROVINCES.contains(" " + i + " ");
        }
        return places;
    }
}
