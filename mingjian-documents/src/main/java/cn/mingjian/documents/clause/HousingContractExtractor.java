package cn.mingjian.documents.clause;

import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.element.Extractor;
import cn.mingjian.documents.element.Finder;
import cn.mingjian.documents.element.Owners;
import cn.mingjian.documents.part.Stretch;
import cn.mingjian.documents.part.Stretches;
import cn.mingjian.documents.template.ElementRule;
import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.LegalText;
import cn.mingjian.documents.text.Span;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads contracts for the sale of housing by the template {@code housing-contract}: the figures of the contract by their
 * patterns, and its clauses by their numbers, each an element with the value {@code {part, number}}.
 */
public final class HousingContractExtractor implements Extractor {

    /** The kind of document. */
    public static final String TYPE = "housing-contract";
    /** The id of the element that a clause is. */
    public static final String CLAUSE = "clause";

    private static final String WHOLE = "whole";

    private final Template template;

    public HousingContractExtractor(Template template) {
        this.template = template;
    }

    @Override
    public Template template() {
        return template;
    }

    @Override
    public Extraction extract(String id, LegalText text) {
        Stretches whole = new Stretches();
        whole.add(Stretch.of(WHOLE, new Span(0, text.text().length())));
        Finder finder = new Finder(text.text(), whole, Owners.NONE, Optional.empty());
        List<Element> elements = new ArrayList<>();
        for (ElementRule rule : template.elements().values()) {
            elements.addAll(rule.id().equals(CLAUSE) ? clauses(rule, text) : finder.find(rule));
        }
        return new Extraction(id, text, 0, List.copyOf(elements), whole.all());
    }

    /** It has a numbered clause. */
    @Override
    public boolean looksLike(Extraction extraction) {
        return extraction.first(CLAUSE, 0).isPresent();
    }

    private static List<Element> clauses(ElementRule rule, LegalText text) {
        return ClauseFinder.clauses(text).stream()
                .map(clause -> Element.found(rule.id(), 0, value(clause), clause.span(), rule.confidence()))
                .toList();
    }

    private static ObjectNode value(Clause clause) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("part", clause.part().name())
                .put("number", clause.number());
    }
}
