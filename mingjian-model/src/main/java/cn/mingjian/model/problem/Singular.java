package cn.mingjian.model.problem;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers filled into English sentences: {@code 1 rows} is one row. */
public final class Singular {

    private static final Pattern ONE =
            Pattern.compile("(?<![\\p{Alnum}.,:/#-])(?<!of )1 ((?:innocent )?)(bookings|bytes|cells|"
                    + "characters|clues|columns|companies|days|explanations|files|hits|hours|levels|minors|months|mutants|nights|"
                    + "nodes|persons|rows|rules|seconds|signs|sources|times|values|years)\\b");

    private Singular() {}

    /** The sentence with each noun behind a lone 1 in the singular. */
    public static String in(String sentence) {
        if (!sentence.contains("1 ")) {
            return sentence;
        }
        return ONE.matcher(sentence)
                .replaceAll(found -> Matcher.quoteReplacement("1 " + found.group(1) + one(found.group(2))));
    }

    private static String one(String plural) {
        return plural.endsWith("ies")
                ? plural.substring(0, plural.length() - 3) + "y"
                : plural.substring(0, plural.length() - 1);
    }
}
