package cn.mingjian.engine.run;

import cn.mingjian.compiler.relation.Type;
import cn.mingjian.engine.Canonical;
import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Singular;
import cn.mingjian.model.problem.Spoken;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Titles and formulas with the values of a clue; codes by their labels. */
final class Template {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9_]*)}");

    private static final Pattern QUARTER = Pattern.compile("(\\d{4})Q([1-4])");

    /** As a person writes a time; the facts of the clue keep the seconds. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /** What the aggregate {@code texts} puts between two texts. */
    private static final String JOINT = "、";

    private Template() {}

    /** A value with its type. */
    record Value(@Nullable Object value, Type type) {}

    /** The template in both languages. */
    static Words fill(Words template, Function<String, Value> values) {
        return new Words(
                fill(template.zh(), Language.ZH, values), Singular.in(fill(template.en(), Language.EN, values)));
    }

    private static String fill(String template, Language language, Function<String, Value> values) {
        if (template.indexOf('{') < 0) {
            return template;
        }
        Matcher matcher = PLACEHOLDER.matcher(template);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(text, Matcher.quoteReplacement(shown(values.apply(matcher.group(1)), language)));
        }
        return matcher.appendTail(text).toString();
    }

    static String shown(Value value, Language language) {
        Object content = value.value();
        if (content == null) {
            return Messages.text(language, "run.unknown-value");
        }
        if (content instanceof Spoken spoken) {
            return spoken.in(language);
        }
        if (content instanceof LocalDateTime time) {
            return TIME.format(time);
        }
        if (content instanceof BigDecimal number) {
            return plain(number);
        }
        return content instanceof String text
                ? texts(text, value.type().codes(), language)
                : Canonical.text(content, value.type());
    }

    /** One text or several, as the aggregate {@code texts} joins them; each code by its label. */
    private static String texts(String joined, Map<String, Words> labels, Language language) {
        if (joined.indexOf(JOINT) < 0) {
            return one(joined, labels, language);
        }
        return Arrays.stream(joined.split(JOINT))
                .map(text -> one(text, labels, language))
                .collect(Collectors.joining(language == Language.ZH ? JOINT : ", "));
    }

    private static String one(String text, Map<String, Words> labels, Language language) {
        Words label = labels.get(text);
        return label == null ? quarter(text, language) : label.in(language);
    }

    /** A quarter as {@code quarter_of} writes it, in the words of the language. */
    private static String quarter(String text, Language language) {
        Matcher quarter = QUARTER.matcher(text);
        return quarter.matches() ? Messages.text(language, "run.quarter", quarter.group(1), quarter.group(2)) : text;
    }

    /** Without the zeros that only the width of a column adds; two decimals stay, as money has them. */
    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        int scale = Math.max(stripped.scale(), Math.min(number.scale(), 2));
        return stripped.setScale(Math.max(scale, 0)).toPlainString();
    }
}
