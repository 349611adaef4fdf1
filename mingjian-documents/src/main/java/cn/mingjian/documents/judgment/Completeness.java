package cn.mingjian.documents.judgment;

import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.part.Stretch;
import cn.mingjian.documents.part.Stretches;
import cn.mingjian.documents.wording.Wording;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the operative part on a defendant was read in full: every word in it that begins a penalty has led to its
 * element. Then what is empty is not there; else it is unknown. Rules of absence (no fine, no recovery) rest on it.
 */
final class Completeness {

    static final String ELEMENT = "read_whole";

    private static final double CONFIDENCE = 0.95;
    private static final Set<String> WITHOUT_LENGTH = Set.of("life", "death", "fine", "exempt", "acquitted");
    private static final Map<String, Wording> WORDS = Map.of(
            "fine_yuan", Wording.of("(?:并处|单处|判处)罚金"),
            "confiscation", Wording.of("没收(?:个人|其个人|全部|部分)?(?:全部|部分)?财产"),
            "deprivation_months", Wording.of("剥夺政治权利"),
            "probation_months", Wording.of("缓刑(?:[0-9一二三四五六七八九十]|考验期[0-9一二三四五六七八九十为])"));

    private Completeness() {}

    static List<Element> of(String text, int defendants, Stretches stretches, List<Element> found) {
        List<Element> elements = new ArrayList<>();
        for (int defendant = 1; defendant <= defendants; defendant++) {
            int one = defendant;
            List<Element> own =
                    found.stream().filter(element -> element.defendant() == one).toList();
            for (Stretch stretch : stretches.named("penalty")) {
                if (stretch.defendants().contains(one)) {
                    String words = text.substring(
                            stretch.span().start(), stretch.span().end());
                    elements.add(Element.found(
                            ELEMENT, one, BooleanNode.valueOf(whole(words, own)), stretch.span(), CONFIDENCE));
                    break;
                }
            }
        }
        return elements;
    }

    private static boolean whole(String words, List<Element> own) {
        Set<String> known =
                own.stream().filter(Element::known).map(Element::rule).collect(Collectors.toSet());
        boolean length = own.stream()
                .anyMatch(element -> element.rule().equals("main_penalty")
                        && (WITHOUT_LENGTH.contains(element.value().asText()) || known.contains("months")));
        return length
                && WORDS.entrySet().stream()
                        .allMatch(word -> known.contains(word.getKey())
                                || !word.getValue().in(words).find());
    }
}
