package cn.mingjian.functions;

/**
 * How alike two texts are, by code points: a Chinese character is one step, one outside the basic plane too. The engines'
 * own functions work on bytes and find likeness between characters that share some.
 */
public final class Similarity {
    private static final double BOOST_FROM = 0.7;
    private static final double BOOST = 0.1;
    private static final int MOST_PREFIX = 4;
    private static final double PLACES = 10_000;

    private Similarity() {}

    /**
     * Jaro-Winkler similarity from 0 to 1, rounded to four places: Jaro's mean of matches and transpositions, raised by a
     * tenth for each of up to four equal first characters where it is above 0.7 (Winkler 1990). Two empty texts are equal.
     */
    public static double jaroWinkler(String left, String right) {
        if (left.equals(right)) {
            return 1;
        }
        int[] a = left.codePoints().toArray();
        int[] b = right.codePoints().toArray();
        double jaro = jaro(a, b);
        if (jaro > BOOST_FROM) {
            int prefix = 0;
            int most = Math.min(MOST_PREFIX, Math.min(a.length, b.length));
            while (prefix < most && a[prefix] == b[prefix]) {
                prefix++;
            }
            jaro += prefix * BOOST * (1 - jaro);
        }
        return Math.round(jaro * PLACES) / PLACES;
    }

    /** Levenshtein distance: the fewest characters put in, left out or replaced that make one text the other. */
    public static long levenshtein(String left, String right) {
        int[] a = left.codePoints().toArray();
        int[] b = right.codePoints().toArray();
        int[] row = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length];
    }

    private static double jaro(int[] a, int[] b) {
        if (a.length == 0 || b.length == 0) {
            return 0;
        }
        int window = Math.max(0, Math.max(a.length, b.length) / 2 - 1);
        boolean[] matchedA = new boolean[a.length];
        boolean[] matchedB = new boolean[b.length];
        int matches = 0;
        for (int i = 0; i < a.length; i++) {
            int to = Math.min(b.length - 1, i + window);
            for (int j = Math.max(0, i - window); j <= to; j++) {
                if (!matchedB[j] && a[i] == b[j]) {
                    matchedA[i] = true;
                    matchedB[j] = true;
                    matches++;
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        double m = matches;
        return (m / a.length + m / b.length + (m - transposed(a, b, matchedA, matchedB) / 2) / m) / 3;
    }

    /** Matched characters that stand in another order, whole numbers halved downwards as in Winkler's program. */
    private static int transposed(int[] a, int[] b, boolean[] matchedA, boolean[] matchedB) {
        int count = 0;
        int j = 0;
        for (int i = 0; i < a.length; i++) {
            if (matchedA[i]) {
                while (!matchedB[j]) {
                    j++;
                }
                count += a[i] == b[j] ? 0 : 1;
                j++;
            }
        }
        return count;
    }
}
