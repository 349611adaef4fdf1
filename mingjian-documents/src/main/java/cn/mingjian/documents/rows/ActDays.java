package cn.mingjian.documents.rows;

import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.Extraction;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Between which days the acts lie that a judgment tells with a time, whoever of several defendants acted: the first and
 * the last day that the times can mean. Where a time says no more than the year, neither is known; where one has no end,
 * or the facts go on with a day that only follows another (次日, 同月, 26日), the last is not.
 */
record ActDays(Optional<String> first, Optional<String> last) {

    static final String ELEMENT = "act_period";

    private static final Pattern GOES_ON = Pattern.compile(
            "次日|翌日|同年|同月|[、及和][0-9]{1,2}(?:月[0-9]{1,2})?日|[^年0-9至到—-][0-9]{1,2}月[0-9]{1,2}日|[0-9]、[0-9]{1,2}月");

    static ActDays of(Extraction extraction) {
        List<Element> told = extraction.elements().stream()
                .filter(element -> element.rule().equals(ELEMENT))
                .toList();
        if (!told.stream().allMatch(Element::known)) {
            return new ActDays(Optional.empty(), Optional.empty());
        }
        List<JsonNode> periods = told.stream().map(Element::value).toList();
        boolean ends = periods.stream().allMatch(period -> period.has("to")) && !goesOn(extraction);
        return new ActDays(
                periods.stream().map(period -> period.path("from").asText()).min(Comparator.naturalOrder()),
                periods.stream()
                        .map(period -> period.path("to").asText())
                        .max(Comparator.naturalOrder())
                        .filter(last -> ends));
    }

    private static boolean goesOn(Extraction extraction) {
        return extraction.parts().stream()
                .filter(part -> part.name().equals("findings") || part.name().equals("accusation"))
                .map(part -> extraction.text().words(part.span()))
                .anyMatch(words -> GOES_ON.matcher(words).find());
    }
}
