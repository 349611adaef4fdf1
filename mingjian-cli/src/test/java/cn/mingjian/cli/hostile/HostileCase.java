package cn.mingjian.cli.hostile;

import cn.mingjian.model.yaml.YamlMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One attack at one place: a text, and what it is answered.
 *
 * @param attack name of the file that lists it
 * @param in the frame in which the text stands
 * @param type type of the parameter whose value it is
 * @param text with {@link #MARK} before the character at which the message must point; without it, at the whole file
 * @param file what stands in place of the file: nothing special, a zip archive or a link
 * @param says code of the message, and behind it words of the message; empty for a literal
 * @param literal whether the text is harmless, because it only ever comes out as a text
 */
record HostileCase(
        String attack, String place, String in, String type, String text, String file, String says, boolean literal) {

    static final String MARK = "▸";

    private static final Pattern REPEATED = Pattern.compile("«(.*?)×(\\d+)»", Pattern.DOTALL);

    static HostileCase of(String attack, String place, YamlMap map) {
        boolean literal = map.has("literal");
        String frame = literal ? place + "-literal" : place;
        return new HostileCase(
                attack,
                place,
                map.text("in").orElse(frame),
                map.text("type").orElse(literal ? "text" : "integer"),
                repeated(map.text("text").or(() -> map.text("literal")).orElse("")),
                map.text("file").orElse(""),
                map.text("says").orElse(""),
                literal);
    }

    /** {@code «x×3»} is {@code xxx}. */
    private static String repeated(String text) {
        return REPEATED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
    }

    String code() {
        return says.split(" ", 2)[0];
    }

    String words() {
        return says.contains(" ") ? says.split(" ", 2)[1] : "";
    }

    /** The same with a text that nobody could mind. */
    HostileCase harmless() {
        return new HostileCase(attack, place, in, type, "x", file, says, literal);
    }

    @Override
    public String toString() {
        String shown = text.isEmpty() ? file : text.lines().findFirst().orElse("");
        return attack + " in " + in + ": " + (shown.length() > 60 ? shown.substring(0, 60) + "..." : shown);
    }
}
