package cn.mingjian.server.document;

import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.text.LegalText;
import cn.mingjian.documents.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a document as it is shown to whoever has not opened it: names that were found in it, numbers of identity and
 * telephone, birthdays and addresses of persons are replaced character by character, so that every place stays where it is.
 * A name that nothing found stands as it was written; {@code SECURITY.md} says so.
 */
final class MaskedText {

    /** What of a match is hidden are its groups: of a number the middle, of a name all but the first character. */
    private static final List<Pattern> PERSONAL = List.of(
            // numbers of identity, old and new, and of accounts
            Pattern.compile("(?<![0-9A-Za-z])\\d{4}(\\d{9,13})\\d[0-9Xx](?![0-9A-Za-z])"),
            Pattern.compile("(?<!\\d)1[3-9]\\d(\\d{6})\\d{2}(?!\\d)"),
            Pattern.compile("\\d{4}年(\\d{1,2})月(\\d{1,2})日(?=出?生)"),
            Pattern.compile(
                    "(?<=[，,。；;\\n])(?:户籍所在地|户籍地|户籍|现住址|现住|家庭住址|住所地|住址|住)(?:为|在)?[：:]?" + "([^，,。；;（）\\n]{4,60})"),
            Pattern.compile("(?<=(?:姓名|买受人|共有人|委托代理人|法定代表人|联系人)(?:（[^）]{0,20}）)?[：:]\\s{0,4})"
                    + "\\p{IsHan}([\\p{IsHan}·]{1,5})"));

    private static final Pattern BODY = Pattern.compile(".*(?:公司|厂|店|中心|合作社|医院|学校|银行|委员会|局|院|所|部|队)$");
    private static final Pattern LEFT_OUT = Pattern.compile("[某×*]");
    private static final Set<String> NAMES = Set.of("name", "judge", "clerk", "defence_counsel");
    private static final Set<String> FACTS = Set.of("suspect", "victim", "person");
    private static final char SIGN = '*';

    private final LegalText text;
    private final List<String> names;
    private final Set<String> hidden = new TreeSet<>();
    private final boolean[] signs;

    private MaskedText(LegalText text, Collection<String> names) {
        this.text = text;
        this.names = names.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        this.signs = signs(text.text(), hidden);
        hidden.addAll(this.names);
    }

    /** The text with what was found in it hidden. */
    static MaskedText of(Extraction extraction) {
        return of(extraction, extraction);
    }

    /** The same with the names that a reading for facts found, those of victims and witnesses among them. */
    static MaskedText of(Extraction extraction, Extraction facts) {
        List<String> names = new ArrayList<>();
        extraction.elements().forEach(element -> add(NAMES, element, names));
        facts.elements().forEach(element -> add(FACTS, element, names));
        return new MaskedText(extraction.text(), names);
    }

    private static void add(Set<String> rules, Element element, List<String> names) {
        if (!rules.contains(element.rule()) || !element.stated()) {
            return;
        }
        String name = element.value().asText("").strip();
        boolean person = name.codePointCount(0, name.length()) >= 2
                && !BODY.matcher(name).matches()
                && !LEFT_OUT.matcher(name).find();
        if (person) {
            names.add(name);
        }
    }

    /** All of it. */
    String whole() {
        return shown(text.text(), signs, 0, signs.length);
    }

    /** The words of a stretch. */
    String words(Span span) {
        return shown(text.text(), signs, span.start(), span.end());
    }

    /** Another text about the same persons, such as the name of the file. */
    String in(String other) {
        return shown(other, signs(other, new TreeSet<>()), 0, other.length());
    }

    /** What was hidden: names and numbers. */
    Set<String> hidden() {
        return hidden;
    }

    private boolean[] signs(String in, Set<String> found) {
        boolean[] marks = new boolean[in.length()];
        for (String name : names) {
            int first = name.offsetByCodePoints(0, 1);
            for (int at = in.indexOf(name); at >= 0; at = in.indexOf(name, at + name.length())) {
                Arrays.fill(marks, at + first, at + name.length(), true);
            }
        }
        for (Pattern pattern : PERSONAL) {
            Matcher matcher = pattern.matcher(in);
            while (matcher.find()) {
                found.add(matcher.group());
                for (int group = 1; group <= matcher.groupCount(); group++) {
                    Arrays.fill(marks, matcher.start(group), matcher.end(group), true);
                }
            }
        }
        return marks;
    }

    /** One sign for a character, however many code units it has. */
    private static String shown(String text, boolean[] signs, int start, int end) {
        StringBuilder shown = new StringBuilder(end - start);
        int at = start;
        while (at < end) {
            int point = text.codePointAt(at);
            if (signs[at]) {
                shown.append(SIGN);
            } else {
                shown.appendCodePoint(point);
            }
            at += Character.charCount(point);
        }
        return shown.toString();
    }
}
