package cn.mingjian.intake.store;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts that stood where a code was expected, with how often. A list of codes has few; where there are many, or a text is
 * long or holds a number, the column holds something else, perhaps persons, and no text is given away.
 */
public final class UnknownCodes {

    private static final int MOST_TEXTS = 60;
    private static final int LONGEST = 24;
    private static final int DIGITS = 5;

    private final Map<String, Long> texts = new HashMap<>();
    private long count;
    private boolean telling = true;

    /** Counts a text of a row that may be kept. */
    public void add(String text) {
        count++;
        if (telling) {
            texts.merge(text, 1L, Long::sum);
            telling = texts.size() <= MOST_TEXTS;
        }
    }

    /** Counts one of a row that must not be kept. */
    void addUnseen() {
        count++;
    }

    /** Takes in what another file of the table has. */
    public void addAll(UnknownCodes other) {
        other.texts.forEach((text, times) -> texts.merge(text, times, Long::sum));
        count += other.count;
        telling = telling && other.telling && texts.size() <= MOST_TEXTS;
    }

    /** How many cells held one. */
    public long count() {
        return count;
    }

    /** The most frequent ones that may be shown, most frequent first. */
    public Map<String, Long> first(int most) {
        Map<String, Long> first = new LinkedHashMap<>();
        List<Map.Entry<String, Long>> ordered = texts.entrySet().stream()
                .filter(entry -> telling && mayBeShown(entry.getKey()))
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .toList();
        ordered.forEach(entry -> first.put(entry.getKey(), entry.getValue()));
        return first;
    }

    private static boolean mayBeShown(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                && text.chars().filter(Character::isDigit).count() < DIGITS
                && text.chars().noneMatch(Character::isISOControl);
    }
}
