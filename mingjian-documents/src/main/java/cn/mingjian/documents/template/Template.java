package cn.mingjian.documents.template;

import cn.mingjian.documents.wording.Wording;
import cn.mingjian.model.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The template of a kind of document: its parts and its elements, as data ({@code library/documents/<id>/template.yaml}).
 *
 * @param patterns patterns by name that the reader of this kind asks for
 * @param parts in the order of the document
 * @param elements by id, in the order of the output
 */
public record Template(
        String id,
        String version,
        Words title,
        Map<String, Wording> patterns,
        Optional<Acceptance> acceptance,
        List<PartRule> parts,
        Map<String, ElementRule> elements) {

    /** The name of the file in the template's folder. */
    public static final String FILE = "template.yaml";

    /** A pattern that the reader of this kind of document needs. */
    public Wording pattern(String name) {
        Wording pattern = patterns.get(name);
        if (pattern == null) {
            throw new IllegalArgumentException("The template " + id + " has no pattern " + name);
        }
        return pattern;
    }
}
