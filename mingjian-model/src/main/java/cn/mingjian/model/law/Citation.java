package cn.mingjian.model.law;

import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A citation as its author wrote it, naming the text that was read: {@code 民事诉讼法@2023#219.1}, {@code 刑法@2023#133-1},
 * {@code 公司法@2023#178.1(2)}, or {@code 劳社厅函〔2001〕44号@2001} for an instrument as a whole.
 *
 * @param law a name or alias in the law index
 * @param text id of the text the author read
 * @param provision where in the text, or empty for the whole
 */
public record Citation(String law, String text, Optional<Provision> provision) {

    private static final Pattern FORM =
            Pattern.compile("(\\S.*?)@(\\d{4}[a-z]?)(?:#(\\d+(?:-\\d+)?)(?:\\.([1-9]\\d?))?(?:\\(([1-9]\\d?)\\))?)?");

    /** Reads one citation, without alternatives. */
    public static Optional<Citation> parse(String written) {
        Matcher matcher = FORM.matcher(written.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        if (matcher.group(3) == null) {
            return Optional.of(new Citation(matcher.group(1), matcher.group(2), Optional.empty()));
        }
        return ArticleNumber.parse(matcher.group(3))
                .map(article -> new Provision(article, number(matcher.group(4)), number(matcher.group(5))))
                .map(provision -> new Citation(matcher.group(1), matcher.group(2), Optional.of(provision)));
    }

    /**
     * Reads a citation with its alternatives, {@code 公司法@2018#211 | 公司法@2023#260}. What is not a citation is noted at
     * its place; the others are still read.
     */
    public static List<Citation> parse(YamlScalar written, Problems problems) {
        List<Citation> alternatives = new ArrayList<>();
        int start = 0;
        for (String part : written.text().split("\\|", -1)) {
            Optional<Citation> citation = parse(part);
            if (citation.isEmpty()) {
                problems.error(written.placeOf(start + leadingBlanks(part)), "law.not-a-citation", part.strip());
            }
            citation.ifPresent(alternatives::add);
            start += part.length() + 1;
        }
        return List.copyOf(alternatives);
    }

    private static int leadingBlanks(String part) {
        return part.isBlank() ? 0 : part.indexOf(part.strip());
    }

    private static int number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    @Override
    public String toString() {
        return law + "@" + text + provision.map(place -> "#" + place).orElse("");
    }
}
