package cn.mingjian.model.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The words of the interface. A key {@code bundle.name} stands in {@code /messages/<bundle>_<language>.properties}
 * (UTF-8) of the module that uses it, with {@link MessageFormat} patterns; a quote is written twice.
 */
public final class Messages {

    private static final Map<String, Properties> BUNDLES = new ConcurrentHashMap<>();

    /** Patterns read once; a format may be used by one thread at a time. */
    private static final Map<String, MessageFormat> FORMATS = new ConcurrentHashMap<>();

    /** Between the Chinese and the English form of an argument; no other text of a problem can hold it. */
    static final char OR = '\u001F';

    /** What asks for the nearest name where there is none at all. */
    private static final Pattern NOTHING_MEANT =
            Pattern.compile("; did you mean \\?|, or did you mean \\?|；是否想写 ？|，或是否想写 ？");

    private Messages() {}

    /** A problem as one sentence with its place in front. */
    public static String render(Problem problem, Language language) {
        return problem.place() + ": " + text(language, problem.code(), problem.arguments());
    }

    /** The message of a key. A key without words is a defect of the product, not of its input. */
    public static String text(Language language, String key, Object... arguments) {
        return text(language, key, List.of(arguments));
    }

    private static String text(Language language, String key, List<?> arguments) {
        int dot = key.indexOf('.');
        String pattern = BUNDLES.computeIfAbsent(key.substring(0, dot) + "_" + language.code(), Messages::load)
                .getProperty(key.substring(dot + 1));
        if (pattern == null) {
            throw new IllegalArgumentException("No " + language.code() + " words for the message " + key);
        }
        String text = filled(
                pattern,
                arguments.stream().map(argument -> shown(argument, language)).toArray());
        return switch (language) {
            case ZH -> NOTHING_MEANT.matcher(text).replaceAll("。");
            case EN -> Singular.in(NOTHING_MEANT.matcher(text).replaceAll("."));
        };
    }

    private static String filled(String pattern, Object[] arguments) {
        MessageFormat format = FORMATS.computeIfAbsent(pattern, any -> new MessageFormat(any, Locale.ROOT));
        synchronized (format) {
            return format.format(arguments);
        }
    }

    private static String shown(Object argument, Language language) {
        if (argument instanceof Spoken spoken) {
            return spoken.in(language);
        }
        String text = String.valueOf(argument);
        int or = text.indexOf(OR);
        return or < 0 ? text : language == Language.ZH ? text.substring(0, or) : text.substring(or + 1);
    }

    private static Properties load(String bundle) {
        Properties words = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream("/messages/" + bundle + ".properties")) {
            if (in == null) {
                throw new IllegalArgumentException("No message bundle " + bundle);
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
