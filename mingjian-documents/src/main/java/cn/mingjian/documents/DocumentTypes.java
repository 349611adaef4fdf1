package cn.mingjian.documents;

import cn.mingjian.documents.clause.HousingContractExtractor;
import cn.mingjian.documents.facts.FactsExtractor;
import cn.mingjian.documents.judgment.JudgmentExtractor;
import cn.mingjian.documents.rows.HousingContractRows;
import cn.mingjian.documents.rows.JudgmentRows;
import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.template.TemplateReader;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The kinds of documents that can be read, by the name that the command line takes. */
public final class DocumentTypes {

    private static final Map<String, Opening> BY_NAME = new TreeMap<>(Map.of(
            JudgmentExtractor.TYPE,
            (template, library) ->
                    new DocumentType(new JudgmentExtractor(template), Optional.of(new JudgmentRows(library))),
            FactsExtractor.TYPE,
            (template, library) -> new DocumentType(
                    new FactsExtractor(
                            template,
                            new JudgmentExtractor(TemplateReader.load(library, JudgmentExtractor.TYPE))::open),
                    Optional.empty()),
            HousingContractExtractor.TYPE,
            (template, library) ->
                    new DocumentType(new HousingContractExtractor(template), Optional.of(new HousingContractRows()))));

    private DocumentTypes() {}

    private interface Opening {
        DocumentType open(Template template, Path library);
    }

    /**
     * A kind of document, by the template in a library.
     *
     * @throws ProblemException when there is no such kind, or its template has mistakes
     */
    public static DocumentType open(Path library, String type) {
        Opening opening = BY_NAME.get(type);
        if (opening == null) {
            throw new ProblemException(
                    Place.of(type), "documents.unknown-type", type, Nearest.firstOf(type, BY_NAME.keySet()));
        }
        return opening.open(TemplateReader.load(library, type), library);
    }
}
