package cn.mingjian.model.problem;

import cn.mingjian.functions.Similarity;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the name a person probably meant. */
public final class Nearest {

    private static final int LONGEST = 100;

    private Nearest() {}

    /** The known name with the fewest changed letters, if at most a third of its letters differ. */
    public static Optional<String> name(String wrong, Collection<String> known) {
        if (wrong.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .min(Comparator.<String>comparingLong(name -> changes(wrong, name))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(name -> changes(wrong, name) <= Math.max(1, Math.max(wrong.length(), name.length()) / 3));
    }

    /** The nearest name, or the known names, as the last argument of an "unknown name" message. */
    public static String advice(String wrong, Collection<String> known) {
        return name(wrong, known)
                .orElseGet(() ->
                        String.join(", ", known.stream().sorted().limit(12).toList()));
    }

    /** The nearest name, or all known names with the nearest first: for long names of which a part was written. */
    public static String firstOf(String wrong, Collection<String> known) {
        return name(wrong, known).orElseGet(() -> known.stream()
                .sorted(Comparator.<String>comparingLong(name -> changes(wrong, name))
                        .thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.joining(", ")));
    }

    /** Letters changed; two that changed places count once. */
    private static long changes(String wrong, String name) {
        long changed = Similarity.levenshtein(wrong, name);
        boolean sameLetters = Arrays.equals(
                wrong.codePoints().sorted().toArray(),
                name.codePoints().sorted().toArray());
        return changed == 2 && sameLetters ? 1 : changed;
    }
}
