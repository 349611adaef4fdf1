package cn.mingjian.compiler.pattern;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;

/** The places in a pattern's text where a parameter stands: {@code $name}, letters only. */
final class Placeholders {

    private static final java.util.regex.Pattern PLACE = java.util.regex.Pattern.compile("\\$([a-z]+)");

    private Placeholders() {}

    /** The names that a text asks for. */
    static List<String> in(String text) {
        return PLACE.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** Whether a text is one placeholder and nothing else. */
    static boolean isWhole(String text) {
        return PLACE.matcher(text).matches();
    }

    static String replace(String text, UnaryOperator<String> values) {
        return PLACE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(values.apply(found.group(1))));
    }
}
