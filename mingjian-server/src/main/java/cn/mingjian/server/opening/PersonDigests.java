package cn.mingjian.server.opening;

import cn.mingjian.engine.run.NumberingKey;
import cn.mingjian.server.installation.ServerSettings;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Names and numbers of persons as digests under a key of the installation (HMAC-SHA-256), made at first start in a file
 * that only the server reads: equal texts can be told equal, and nothing can be read back without the key.
 */
@Component
public class PersonDigests {

    private static final Pattern BETWEEN = Pattern.compile("[、，,;；/|\\s]+");
    private static final int SHORTEST = 2;
    /** Longer texts are sentences and name nobody by themselves. */
    private static final int LONGEST = 40;

    private final NumberingKey key;

    PersonDigests(ServerSettings settings) {
        Path file = settings.state().resolve("persons.key");
        NumberingKey.makeIfMissing(file);
        key = NumberingKey.read(file);
    }

    /** The digest of one name or number, however it was written; empty for what is neither. */
    public Set<String> whole(String text) {
        Set<String> digests = new TreeSet<>();
        String plain = plain(text);
        if (tells(plain)) {
            digests.add(key.number(plain));
        }
        return digests;
    }

    /** The digests of a text that may name several. */
    private Set<String> of(String text) {
        Set<String> digests = new TreeSet<>();
        String plain = plain(text);
        Stream.concat(Stream.of(plain), Arrays.stream(BETWEEN.split(plain)))
                .filter(PersonDigests::tells)
                .forEach(part -> digests.add(key.number(part)));
        return digests;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }

    private static boolean tells(String text) {
        int length = text.codePointCount(0, text.length());
        return length >= SHORTEST && length <= LONGEST;
    }

    Set<String> of(Collection<String> texts) {
        Set<String> digests = new TreeSet<>();
        texts.forEach(text -> digests.addAll(of(text)));
        return digests;
    }
}
