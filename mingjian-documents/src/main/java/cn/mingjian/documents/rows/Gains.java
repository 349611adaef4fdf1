package cn.mingjian.documents.rows;

import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.part.Stretch;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import java.util.Optional;
import java.util.Set;

/**
 * What a defendant gained and the victims lost, as the judgment says it. Both are left out where the text before the
 * operative part says anything of things or money that came back or were seized, and where the operative part deals with
 * them and may name goods: what is left could then not be told.
 */
final class Gains {

    /** Articles on what is taken from somebody, so that the amount of the offence is the victim's loss. */
    private static final Set<String> TAKING =
            Set.of("192", "196", "224", "263", "264", "266", "267", "270", "271", "274");

    private static final Pattern CAME_BACK =
            Pattern.compile("退赃|退赔|退缴|退还|退出|退回|退交|退清|清退|返还|归还|发还|追回|起获|赔偿|偿还|补偿|已[^，。；]{0,10}追缴"
                    + "|(?:款|钱|现金|毒资|人民币)[^，。；]{0,12}(?:缴获|收缴|扣押|查获)|(?:缴获|收缴|扣押|查获)[^，。；]{0,12}(?:款|钱|现金|毒资|人民币)");
    /** 上述事实……足以认定: the court found what the prosecution accused and does not tell it again. */
    private static final Pattern ADOPTED = Pattern.compile("^(?:上述|以上)");

    private final Extraction extraction;
    private final int defendant;
    private final boolean open;

    Gains(Extraction extraction, int defendant) {
        this.extraction = extraction;
        this.defendant = defendant;
        this.open = !CAME_BACK.matcher(told()).find() && undecided();
    }

    /** What was accused. */
    Optional<JsonNode> accused() {
        return open ? value("gain_accused") : Optional.empty();
    }

    /** What was found, or accused and found without being told again. */
    Optional<JsonNode> found() {
        return open ? foundOrAdopted("gain_found", "gain_accused") : Optional.empty();
    }

    /** What the victims of an offence of this article lost: the amount taken, unless it was an attempt. */
    Optional<JsonNode> lost(String article) {
        boolean attempt = extraction.of("circumstance_found", defendant).stream()
                .anyMatch(one -> one.value().asText().equals("attempt"));
        return open && TAKING.contains(article) && !attempt
                ? foundOrAdopted("amount_found", "amount_accused")
                : Optional.empty();
    }

    private Optional<JsonNode> foundOrAdopted(String found, String accused) {
        boolean adopted =
                part("findings").filter(words -> ADOPTED.matcher(words).find()).isPresent();
        return value(found).or(() -> adopted ? value(accused) : Optional.empty());
    }

    /** Whether the operative part leaves gains alone, or states the sum. */
    private boolean undecided() {
        return JudgmentRows.value(extraction, "recovery_ordered", 0).isEmpty()
                || value("recovery").filter(JsonNode::isNumber).isPresent()
                || value("restitution").filter(JsonNode::isNumber).isPresent();
    }

    private String told() {
        String text = extraction.text().text();
        return extraction.parts().stream()
                .filter(part -> part.name().equals("judgment"))
                .findFirst()
                .map(part -> text.substring(0, part.span().start()))
                .orElse(text);
    }

    private Optional<String> part(String name) {
        return extraction.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .map(Stretch::span)
                .map(extraction.text()::words);
    }

    private Optional<JsonNode> value(String element) {
        return extraction.of(element, defendant).stream()
                .filter(Element::known)
                .map(Element::value)
                .findFirst();
    }
}
