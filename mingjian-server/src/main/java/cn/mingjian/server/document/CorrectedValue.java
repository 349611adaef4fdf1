package cn.mingjian.server.document;

import cn.mingjian.documents.template.ElementRule;
import cn.mingjian.documents.template.Kind;
import cn.mingjian.server.problem.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;

/** What a person may set an element to: a value of its kind, as extraction gives it. */
final class CorrectedValue {

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    /** Their values have parts, or say how far the reading itself came. */
    private static final Set<String> WITH_PARTS = Set.of("cited_article", "charge_penalty", "clause", "read_whole");

    private static final Pattern COUNT = Pattern.compile("\\d{1,6}");
    private static final Pattern MONEY = Pattern.compile("\\d{1,14}(\\.\\d{1,2})?");
    private static final int LONGEST = 200;

    private CorrectedValue() {}

    /** Whether an element can be set by hand. */
    static boolean possible(ElementRule rule) {
        return rule.kind() != Kind.PENALTY_RANGE && rule.kind() != Kind.PERIOD && !WITH_PARTS.contains(rule.id());
    }

    /** The value of a text; refuses what is none of the element's kind. */
    static JsonNode of(ElementRule rule, String written) {
        String text = written.strip();
        if (!possible(rule)) {
            throw Refusal.bad("server.element-with-parts", rule.title());
        }
        if (!fits(rule, text)) {
            throw Refusal.bad("server.element-value", rule.title());
        }
        return switch (rule.kind()) {
            case TEXT, CASE_NUMBER, FILE_NUMBER, CHARGES, NAMES, DAY, CODE, PERIOD, PENALTY_RANGE ->
                NODES.textNode(text);
            case MONTHS, COUNT ->
                COUNT.matcher(text).matches() ? NODES.numberNode(Integer.parseInt(text)) : NODES.textNode(text);
            case MONEY, MONEY_OR_TRUE -> money(text);
        };
    }

    private static JsonNode money(String text) {
        if (MONEY.matcher(text).matches()) {
            return NODES.numberNode(new BigDecimal(text));
        }
        return text.equals("true") ? NODES.booleanNode(true) : NODES.textNode(text);
    }

    private static boolean fits(ElementRule rule, String text) {
        return switch (rule.kind()) {
            case TEXT, CASE_NUMBER, FILE_NUMBER, CHARGES, NAMES -> !text.isEmpty() && text.length() <= LONGEST;
            case DAY -> isDay(text);
            case MONTHS -> COUNT.matcher(text).matches() || text.equals("life");
            case COUNT -> COUNT.matcher(text).matches();
            case MONEY -> MONEY.matcher(text).matches() || text.equals("all");
            case MONEY_OR_TRUE -> MONEY.matcher(text).matches() || text.equals("true");
            case CODE -> rule.codes().containsKey(text);
            case PERIOD, PENALTY_RANGE -> false;
        };
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).getYear() > 1900;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
