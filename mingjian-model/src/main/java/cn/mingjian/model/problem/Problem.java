package cn.mingjian.model.problem;

import java.util.List;

/**
 * One mistake: where it stands and what it is. The words are in the message bundle of the code's first segment
 * ({@code yaml.duplicate-key} is the key {@code duplicate-key} of the bundle {@code yaml}), so that every problem can
 * be said in Chinese and in English.
 *
 * @param arguments shown in the message; never a value from a data row that identifies a person
 */
public record Problem(Place place, Severity severity, String code, List<String> arguments) {

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
        return java.util.Arrays.stream(arguments).map(String::valueOf).toList();
    }
}
