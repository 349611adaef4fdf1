package cn.mingjian.running;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.documents.clause.HousingContractExtractor;
import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.engine.preview.StepPreview;
import cn.mingjian.model.Words;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Problems;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says of the clauses of contracts which kinds of unfair term they are, by the text rules of the model, so that a document
 * and a delivered register of clauses give the same.
 */
public final class ClauseKinds implements AutoCloseable {

    private static final String MODEL = "unfair-housing-terms";
    private static final String STEP = "found";
    private static final String CONTRACT = "contract_text";
    /** No clause is longer; of a text without numbers, which is one clause, the beginning is asked about. */
    private static final int MOST_CHARACTERS = 20_000;
    /** Text rules read no clock; a preview needs a day all the same. */
    private static final String ANY_DAY = "2024-01-01";

    private final DuckSession session;
    private final StepPreview found;
    private final ModelPackage pack;

    /** @param session with the functions of the library; closed with this */
    public ClauseKinds(Library library, Compiler compiler, DuckSession session) {
        Problems problems = new Problems();
        Optional<ModelPackage> read =
                PackageReader.read(library.folder().resolve("models").resolve(MODEL), problems);
        problems.throwIfErrors();
        this.pack = read.orElseThrow();
        this.session = session;
        this.found = new StepPreview(
                compiler,
                library.contracts(),
                session,
                pack,
                library.contracts().find(CONTRACT).orElseThrow(),
                STEP,
                List.of("contract_no", "part", "clause_no", "kind"),
                ANY_DAY);
    }

    /** What a kind is called, as the model says. */
    public Words title(String kind) {
        return pack.rules().values().stream()
                .flatMap(rule -> rule.mapOrEmpty("labels").map("kind").stream())
                .flatMap(labels -> labels.map(kind).stream())
                .map(Words::of)
                .findFirst()
                .orElse(Words.same(kind));
    }

    /** The same contracts; the value of each clause has its kinds. */
    public List<Extraction> of(List<Extraction> contracts) {
        List<Map<String, Optional<String>>> rows = new ArrayList<>();
        for (int i = 0; i < contracts.size(); i++) {
            for (Element clause : clauses(contracts.get(i))) {
                rows.add(row(i, contracts.get(i), clause));
            }
        }
        Map<List<String>, Set<String>> kinds = new HashMap<>();
        if (!rows.isEmpty()) {
            for (List<Optional<String>> row : found.rows(rows)) {
                List<String> texts = row.stream().map(text -> text.orElse("")).toList();
                kinds.computeIfAbsent(texts.subList(0, 3), first -> new TreeSet<>())
                        .add(texts.get(3));
            }
        }
        List<Extraction> said = new ArrayList<>();
        for (int i = 0; i < contracts.size(); i++) {
            int number = i;
            Extraction contract = contracts.get(i);
            said.add(contract.with(contract.elements().stream()
                    .map(element -> isClause(element) ? withKinds(element, number, kinds) : element)
                    .toList()));
        }
        return said;
    }

    private static Map<String, Optional<String>> row(int number, Extraction contract, Element clause) {
        return Map.of(
                "contract_no", Optional.of(String.valueOf(number)),
                "part", Optional.of(clause.value().path("part").asText()),
                "clause_no", Optional.of(clause.value().path("number").asText()),
                "text", clause.span().map(contract.text()::words).map(ClauseKinds::bounded));
    }

    private static String bounded(String words) {
        return words.length() <= MOST_CHARACTERS ? words : words.substring(0, MOST_CHARACTERS);
    }

    private static Element withKinds(Element clause, int contract, Map<List<String>, Set<String>> kinds) {
        ObjectNode value = clause.value().deepCopy();
        ArrayNode array = value.putArray("kinds");
        kinds.getOrDefault(
                        List.of(
                                String.valueOf(contract),
                                value.path("part").asText(),
                                value.path("number").asText()),
                        Set.of())
                .forEach(array::add);
        return new Element(
                clause.rule(),
                clause.defendant(),
                value,
                clause.span(),
                clause.confidence(),
                clause.state(),
                clause.why(),
                clause.correction());
    }

    private static List<Element> clauses(Extraction contract) {
        return contract.elements().stream().filter(ClauseKinds::isClause).toList();
    }

    private static boolean isClause(Element element) {
        return element.rule().equals(HousingContractExtractor.CLAUSE) && element.stated();
    }

    @Override
    public void close() {
        session.close();
    }
}
