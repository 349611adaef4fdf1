package cn.mingjian.documents.element;

import cn.mingjian.documents.template.ElementRule;
import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.value.DayText;
import cn.mingjian.documents.value.LengthText;
import cn.mingjian.documents.value.MoneyText;
import cn.mingjian.documents.value.Numerals;
import cn.mingjian.documents.value.PenaltyRange;
import cn.mingjian.documents.value.PeriodText;
import cn.mingjian.documents.wording.Finding;
import cn.mingjian.documents.wording.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Optional;

/** The value of an element from its words. */
final class Values {

    private static final int MOST = 100_000;

    private Values() {}

    /**
     * The value, or empty where the words cannot be read.
     *
     * @param from where the text begins in which a day before is looked for
     */
    static Optional<JsonNode> of(ElementRule rule, String text, int from, Span span, Optional<String> code) {
        String words = text.substring(span.start(), span.end());
        return switch (rule.kind()) {
            case TEXT, CHARGES, NAMES -> Optional.of(new TextNode(words.replaceAll("\\s", "")));
            case CASE_NUMBER -> Optional.of(new TextNode(brackets(words, '(', ')')));
            case FILE_NUMBER -> Optional.of(new TextNode(brackets(words, '〔', '〕')));
            case DAY -> DayText.at(text, from, span).map(day -> new TextNode(day.toString()));
            case PERIOD -> PeriodText.parse(words).map(PeriodText::json);
            case MONTHS ->
                words.contains("终身")
                        ? Optional.of(new TextNode("life"))
                        : LengthText.months(words).map(IntNode::new);
            case MONEY ->
                words.contains("全部")
                        ? Optional.of(new TextNode("all"))
                        : MoneyText.yuan(words).map(DecimalNode::new);
            case MONEY_OR_TRUE -> Optional.of(sumIn(words));
            case COUNT -> Numerals.whole(words, MOST).map(IntNode::new);
            case CODE -> code.or(() -> chosen(rule.when(), words)).map(TextNode::new);
            case PENALTY_RANGE -> PenaltyRange.parse(words);
        };
    }

    private static JsonNode sumIn(String words) {
        Finding sum = SUM.in(words);
        return sum.find()
                ? MoneyText.yuan(sum.group()).<JsonNode>map(DecimalNode::new).orElse(BooleanNode.TRUE)
                : BooleanNode.TRUE;
    }

    private static final Wording SUM =
            Wording.of("(?:[0-9][0-9,，.]*|[一二三四五六七八九十两零〇百千]+)[万亿千百]*[一二三四五六七八九十百千零]*[余多]?元(?:[0-9一二三四五六七八九]角)?");

    private static Optional<String> chosen(Map<String, Wording> when, String words) {
        return when.entrySet().stream()
                .filter(entry -> entry.getValue().in(words).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String brackets(String number, char open, char close) {
        return number.replaceAll("\\s", "").replace('（', open).replace('）', close);
    }
}
