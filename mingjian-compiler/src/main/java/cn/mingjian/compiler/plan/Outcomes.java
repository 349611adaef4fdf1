package cn.mingjian.compiler.plan;

/**
 * SQL that counts what a step decided about its rows. Over a large register each condition counted costs as much as
 * deciding, so that unknown rows are what is left of all.
 *
 * @param in column that says whether the step is asked about a row, or empty where it is asked about every row
 * @param keep column with the outcome, null where there is none and where the step is not asked
 * @param why column with the reason of an open outcome
 * @param canBePending whether the reason can be that days have not passed
 */
record Outcomes(String in, String keep, String why, boolean canBePending) {

    private static final String PENDING = "'pending'";

    /** Whether reasons of this form can say that days have not passed. */
    static boolean canBePending(String reasons) {
        return reasons.contains(PENDING);
    }

    String rows() {
        return in.isEmpty() ? "count(*)" : holding(in);
    }

    String kept() {
        return holding(keep);
    }

    String unknown() {
        return rows() + " - count(" + keep + ")" + (canBePending ? " - " + pending() : "");
    }

    String pending() {
        String asked = in.isEmpty() ? "" : in + " AND ";
        return canBePending ? holding(asked + keep + " IS NULL AND " + why + " = " + PENDING) : "0";
    }

    /** Half the price of {@code count(*) FILTER}; null over no rows. */
    private static String holding(String condition) {
        return "coalesce(count_if(" + condition + "), 0)";
    }
}
