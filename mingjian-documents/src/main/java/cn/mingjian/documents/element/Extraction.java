package cn.mingjian.documents.element;

import cn.mingjian.documents.part.Stretch;
import cn.mingjian.documents.text.LegalText;
import java.util.List;
import java.util.Optional;

/**
 * What was found in one document.
 *
 * @param id the document's id as delivered
 * @param defendants how many defendants it has; 0 for kinds of documents without any
 * @param elements those that the text says, in no particular order
 * @param parts the parts of the document
 */
public record Extraction(String id, LegalText text, int defendants, List<Element> elements, List<Stretch> parts) {

    /** The elements of a rule for a defendant (0: the document), by place. */
    public List<Element> of(String rule, int defendant) {
        return elements.stream()
                .filter(element -> element.rule().equals(rule) && element.defendant() == defendant)
                .toList();
    }

    /** The first of them. */
    public Optional<Element> first(String rule, int defendant) {
        return of(rule, defendant).stream().findFirst();
    }

    /** The same document with other elements. */
    public Extraction with(List<Element> others) {
        return new Extraction(id, text, defendants, List.copyOf(others), parts);
    }
}
