package cn.mingjian.documents.facts;

import cn.mingjian.documents.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Many words, each with what it stands for, looked up at a place of a text by their first character: much faster than a
 * pattern of the same words.
 *
 * @param <T> what a word stands for
 */
final class Lexicon<T> {

    private static final String META = "\\[](){}.*+?^$";

    /** A word found. */
    record Entry<T>(String word, T meaning) {}

    private final Map<Character, List<Entry<T>>> byFirst = new HashMap<>();

    /** Adds the words of a pattern that is a plain choice of words: {@code 手机|电脑}. */
    Lexicon<T> add(Wording words, T meaning) {
        String written = words.written();
        boolean grouped = written.startsWith("(?:") && written.indexOf(')') == written.length() - 1;
        String plain = grouped ? written.substring("(?:".length(), written.length() - 1) : written;
        if (plain.chars().anyMatch(c -> META.indexOf(c) >= 0)) {
            throw new IllegalArgumentException("Not a plain choice of words: " + written);
        }
        for (String word : plain.split("\\|")) {
            List<Entry<T>> same = byFirst.computeIfAbsent(word.charAt(0), first -> new ArrayList<>());
            if (same.stream().noneMatch(entry -> entry.word().equals(word))) {
                same.add(new Entry<>(word, meaning));
                same.sort(Comparator.comparingInt(entry -> -entry.word().length()));
            }
        }
        return this;
    }

    /** The longest word that begins at a place. */
    Optional<Entry<T>> at(String text, int place) {
        List<Entry<T>> entries = byFirst.get(text.charAt(place));
        if (entries != null) {
            for (Entry<T> entry : entries) {
                if (text.startsWith(entry.word(), place)) {
                    return Optional.of(entry);
                }
            }
        }
        return Optional.empty();
    }
}
