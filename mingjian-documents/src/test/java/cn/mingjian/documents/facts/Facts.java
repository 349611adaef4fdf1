package cn.mingjian.documents.facts;

import cn.mingjian.documents.DocumentTypes;
import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.element.Extractor;
import cn.mingjian.documents.text.LegalText;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The facts of a text written for a test, by the template of the library. */
record Facts(Extraction extraction) {

    static final Extractor EXTRACTOR =
            DocumentTypes.open(Path.of("..", "library"), FactsExtractor.TYPE).extractor();

    static Facts of(String text) {
        return new Facts(EXTRACTOR.extract("1", LegalText.of(text)));
    }

    /** The words of an element, in the order of the text. */
    List<String> words(String rule) {
        return elements(rule).stream()
                .map(element -> extraction.text().words(element.span().orElseThrow()))
                .toList();
    }

    /** The values of an element as JSON, in the order of the text. */
    List<String> values(String rule) {
        return elements(rule).stream()
                .map(element -> element.value().isTextual()
                        ? element.value().asText()
                        : element.value().toString())
                .toList();
    }

    List<Element> elements(String rule) {
        return extraction.of(rule, 0).stream()
                .sorted(Comparator.comparingInt(
                        element -> element.span().orElseThrow().start()))
                .toList();
    }
}
