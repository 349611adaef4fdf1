package cn.mingjian.model.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name a person probably meant. */
public final class Nearest {

    private Nearest() {}

    /** The known name with the fewest changed letters, if at most a third of its letters differ. */
    public static Optional<String> name(String wrong, Collection<String> known) {
        return known.stream()
                .min(Comparator.<String>comparingLong(name -> distance(wrong, name))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(name -> distance(wrong, name) <= Math.max(1, Math.max(wrong.length(), name.length()) / 3));
    }

    /** The nearest name, or the known names, as the last argument of an "unknown name" message. */
    public static String advice(String wrong, Collection<String> known) {
        return name(wrong, known)
                .orElseGet(() ->
                        String.join(", ", known.stream().sorted().limit(12).toList()));
    }

    private static long distance(String left, String right) {
        long[] row = new long[right.length() + 1];
        java.util.Arrays.setAll(row, i -> i);
        for (int i = 0; i < left.length(); i++) {
            long diagonal = row[0];
            row[0] = i + 1L;
            for (int j = 0; j < right.length(); j++) {
                long changed = diagonal + (left.charAt(i) == right.charAt(j) ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.min(changed, Math.min(diagonal, row[j]) + 1);
            }
        }
        return row[right.length()];
    }
}
