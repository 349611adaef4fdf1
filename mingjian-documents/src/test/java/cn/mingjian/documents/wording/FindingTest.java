package cn.mingjian.documents.wording;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.documents.text.Span;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Holds what is found against RE2 itself, on the whole text. */
class FindingTest {

    private static final String ALPHABET = "甲乙丙。，1 \n\uD842\uDFB7";
    private static final List<String> PIECES = List.of(
            "甲",
            "乙",
            "丙",
            "。",
            "，",
            "1",
            "甲乙",
            "丙甲",
            "[甲乙]",
            "[^。，]",
            "[^甲\\s]",
            "\\s",
            "\\d",
            "[乙\\d]",
            ".",
            "\\p{Han}",
            "\uD842\uDFB7");
    private static final List<String> TIMES =
            List.of("", "", "", "?", "??", "*", "+", "+?", "{2}", "{0,3}", "{1,4}?", "{2,}");

    /** Groups of the matches, one behind the other; the next is looked for behind the one before. */
    private static List<String> found(Finding finding) {
        List<String> found = new ArrayList<>();
        while (finding.find()) {
            StringBuilder match = new StringBuilder();
            for (int group = 0; group <= finding.groupCount(); group++) {
                match.append(finding.start(group))
                        .append('-')
                        .append(finding.end(group))
                        .append(' ');
            }
            found.add(match.toString());
        }
        return found;
    }

    private static List<String> found(Matcher matcher, int from) {
        List<String> found = new ArrayList<>();
        for (boolean more = matcher.find(from); more; more = matcher.find()) {
            StringBuilder match = new StringBuilder();
            for (int group = 0; group <= matcher.groupCount(); group++) {
                match.append(matcher.start(group))
                        .append('-')
                        .append(matcher.end(group))
                        .append(' ');
            }
            found.add(match.toString());
        }
        return found;
    }

    private static String pattern(Random random, int depth) {
        StringBuilder row = new StringBuilder(random.nextInt(12) == 0 ? "^" : "");
        for (int i = random.nextInt(3); i >= 0; i--) {
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            if (depth > 0 && random.nextInt(3) == 0) {
                piece = (random.nextBoolean() ? "(" : "(?:") + pattern(random, depth - 1) + ")";
            }
            boolean one = piece.codePointCount(0, piece.length()) == 1 || !Character.isLetter(piece.charAt(0));
            row.append(piece).append(one ? TIMES.get(random.nextInt(TIMES.size())) : "");
        }
        row.append(random.nextInt(12) == 0 ? "$" : "");
        return random.nextInt(3) == 0 ? row + "|" + pattern(random, depth) : row.toString();
    }

    private static String text(Random random, int length) {
        int[] characters = ALPHABET.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        return text.toString();
    }

    @Test
    void shouldFindWhatRe2FindsWhateverThePatternIs() {
        Random random = new Random(20261122);
        int narrowed = 0;
        for (int i = 0; i < 6_000; i++) {
            String pattern = pattern(random, 2);
            String text = text(random, random.nextInt(60));
            int[] edges = random.ints(2, 0, text.length() + 1).sorted().toArray();
            Wording wording = Wording.of(pattern);
            narrowed += Syntax.shape(pattern).landmarks().words().isEmpty() ? 0 : 1;

            assertThat(found(wording.in(text)))
                    .as("%s in %s", pattern, text)
                    .isEqualTo(found(Pattern.compile(pattern).matcher(text), 0));
            assertThat(found(wording.in(text, new Span(edges[0], edges[1]))))
                    .as("%s in %s from %s to %s", pattern, text, edges[0], edges[1])
                    .isEqualTo(found(Pattern.compile(pattern).matcher(text.substring(0, edges[1])), edges[0]));
        }
        assertThat(narrowed).isGreaterThan(2_000);
    }

    @Test
    void shouldFindWhatRe2FindsWhereLandmarksStandFarApartAndClose() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            String text = text(random, 200).replace('甲', '丁') + "甲" + text(random, random.nextInt(9_000));
            for (String pattern : List.of("[^。]{0,5}甲(?:丁|乙)?", "(?:丁|[^，]){3,20}?甲[^甲]{0,30}丙$", "\\b1[^1]{0,3}甲乙")) {
                assertThat(found(Wording.of(pattern).in(text)))
                        .isEqualTo(found(Pattern.compile(pattern).matcher(text), 0));
            }
        }
    }
}
