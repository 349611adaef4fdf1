package cn.mingjian.documents.score;

/** An interval of 95 % for a share, by Wilson. */
public record Interval(double low, double high) {

    private static final double Z = 1.959964;

    /** For {@code right} of {@code all}; of nothing nothing is known. */
    static Interval wilson(double right, double all) {
        if (all == 0) {
            return new Interval(0, 1);
        }
        double share = right / all;
        double z2 = Z * Z;
        double middle = share + z2 / (2 * all);
        double width = Z * Math.sqrt(share * (1 - share) / all + z2 / (4 * all * all));
        double scale = 1 + z2 / all;
        return new Interval(Math.max(0, (middle - width) / scale), Math.min(1, (middle + width) / scale));
    }

    /**
     * For F1: of all decisions (right, invented, missed) the share that is right is a plain share, so that Wilson holds
     * for it; F1 is 2s / (1 + s) of that share, which grows with it.
     */
    static Interval f1(int right, int found, int gold) {
        Interval share = wilson(right, found + gold - right);
        return new Interval(harmonic(share.low), harmonic(share.high));
    }

    private static double harmonic(double share) {
        return 2 * share / (1 + share);
    }
}
