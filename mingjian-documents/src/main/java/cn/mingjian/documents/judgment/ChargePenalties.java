package cn.mingjian.documents.judgment;

import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.part.Stretch;
import cn.mingjian.documents.part.Stretches;
import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.value.LengthText;
import cn.mingjian.documents.value.MoneyText;
import cn.mingjian.documents.wording.Finding;
import cn.mingjian.documents.wording.Wording;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Of several charges the penalty of each: pattern {@code charge-penalty} of the template, with the groups charge, whole
 * penalty, its kind, its length, fine.
 */
final class ChargePenalties {

    static final String ELEMENT = "charge_penalty";

    private static final int CHARGE = 1;
    private static final int PENALTY = 2;
    private static final int KIND = 3;
    private static final int LENGTH = 4;
    private static final int FINE = 5;
    private static final double CONFIDENCE = 0.95;

    private final Wording pattern;

    ChargePenalties(Template template) {
        this.pattern = template.pattern("charge-penalty");
    }

    List<Element> of(String text, Stretches stretches) {
        List<Element> penalties = new ArrayList<>();
        for (Stretch stretch : stretches.named("charge-penalty")) {
            Finding finding = pattern.in(text, stretch.span());
            int at = stretch.span().start();
            while (at < stretch.span().end() && finding.find(at)) {
                ObjectNode value = JsonNodeFactory.instance.objectNode();
                value.put("charge", finding.group(CHARGE));
                value.put("kind", finding.group(KIND));
                if (finding.has(LENGTH)) {
                    LengthText.months(finding.group(LENGTH)).ifPresent(months -> value.put("months", months));
                }
                if (finding.has(FINE)) {
                    MoneyText.yuan(finding.group(FINE)).ifPresent(yuan -> value.put("fine_yuan", yuan));
                }
                Span span = new Span(finding.start(PENALTY), finding.end(PENALTY));
                stretch.defendants()
                        .forEach(one -> penalties.add(Element.found(ELEMENT, one, value, span, CONFIDENCE)));
                at = finding.end();
            }
        }
        return penalties;
    }
}
