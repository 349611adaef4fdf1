package cn.mingjian.model.problem;

import java.util.Arrays;
import java.util.List;

/**
 * One mistake: where it stands and what it is. The words are in the message bundle of the code's first segment
 * ({@code yaml.duplicate-key} is the key {@code duplicate-key} of the bundle {@code yaml}), so that every problem can
 * be said in Chinese and in English. Arguments that are {@link Spoken} are kept in both.
 *
 * @param arguments shown in the message; never a value from a data row that identifies a person
 */
public record Problem(Place place, Severity severity, String code, List<String> arguments) {

    private static final int MOST_CHARACTERS = 300;

    /** Whether the thing can still be used. */
    public enum Severity {
        /** It cannot be used until this is mended. */
        ERROR,
        /** It can be used; a person should look. */
        WARNING
    }

    /** An error at a place. */
    public static Problem error(Place place, String code, Object... arguments) {
        return new Problem(place, Severity.ERROR, code, texts(arguments));
    }

    /** A warning at a place. */
    public static Problem warning(Place place, String code, Object... arguments) {
        return new Problem(place, Severity.WARNING, code, texts(arguments));
    }

    private static List<String> texts(Object[] arguments) {
        return Arrays.stream(arguments).map(Problem::text).toList();
    }

    private static String text(Object argument) {
        return argument instanceof Spoken spoken
                ? shown(spoken.in(Language.ZH)) + Messages.OR + shown(spoken.in(Language.EN))
                : shown(String.valueOf(argument));
    }

    /** Short enough for a line, and without characters that steer a terminal or turn the order of letters. */
    private static String shown(String argument) {
        StringBuilder shown = new StringBuilder();
        argument.codePoints().limit(MOST_CHARACTERS).forEach(c -> {
            int type = Character.getType(c);
            boolean steers = type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
            if (steers && c != '\n') {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return argument.codePointCount(0, argument.length()) > MOST_CHARACTERS ? shown + "…" : shown.toString();
    }
}
