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

/**
 * The words of the interface. A key {@code bundle.name} stands in {@code /messages/<bundle>_<language>.properties}
 * (UTF-8) of the module that uses it, with {@link MessageFormat} patterns; a quote is written twice.
 */
public final class Messages {

    private static final Map<String, Properties> BUNDLES = new ConcurrentHashMap<>();

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
        return new MessageFormat(pattern, Locale.ROOT)
                .format(arguments.stream().map(String::valueOf).toArray());
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
