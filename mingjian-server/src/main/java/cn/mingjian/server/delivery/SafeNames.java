package cn.mingjian.server.delivery;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names under which delivered files lie on the disk: as like the given ones as is safe, because intake knows registers by
 * them. A path is cut to its last part; what steers, hides or leads elsewhere is taken out; no two are equal, capitals not
 * counted. Not safe for several threads.
 */
public final class SafeNames {

    private static final int MOST_BYTES = 180;
    private static final int MOST_ENDING = 10;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}<>:\"|?*/\\\\]");
    /** At the beginning they hide a file, at the end systems drop them. */
    private static final Pattern AT_ENDS = Pattern.compile("^[.~$\\s]+|[.\\s]+$");

    private static final Pattern RESERVED =
            Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?"); // devices where shares are mounted

    private final Set<String> taken = new HashSet<>();

    /** The name for a given one. */
    public String next(String given) {
        String safe = safe(given);
        String name = safe;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = base(safe) + " (" + i + ")" + ending(safe);
        }
        return name;
    }

    private static String safe(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String plain = FORBIDDEN
                .matcher(Normalizer.normalize(last, Normalizer.Form.NFC))
                .replaceAll("_");
        String name = AT_ENDS.matcher(plain).replaceAll("");
        if (name.isEmpty()) {
            return "file";
        }
        return shortened(RESERVED.matcher(name).matches() ? "_" + name : name);
    }

    private static String shortened(String name) {
        String ending = ending(name);
        StringBuilder kept = new StringBuilder();
        int bytes = ending.getBytes(StandardCharsets.UTF_8).length;
        for (int point : base(name).codePoints().toArray()) {
            bytes += Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return kept + ending;
    }

    private static String base(String name) {
        return name.substring(0, name.length() - ending(name).length());
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && name.length() - dot <= MOST_ENDING ? name.substring(dot) : "";
    }
}
