package cn.mingjian.documents.judgment;

import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.element.Extractor;
import cn.mingjian.documents.element.Finder;
import cn.mingjian.documents.part.PartFinder;
import cn.mingjian.documents.part.Stretch;
import cn.mingjian.documents.part.Stretches;
import cn.mingjian.documents.template.ElementRule;
import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.LegalText;
import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.wording.Finding;
import cn.mingjian.documents.wording.Wording;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads criminal judgments by the template {@code criminal-judgment}. What patterns cannot say is done here: who the
 * defendants are, whose penalty is whose, the list of cited articles, sealed records. A sealed record is taken out of
 * the text first, and the document is read as if it had never stood there.
 */
public final class JudgmentExtractor implements Extractor {

    /** The kind of document. */
    public static final String TYPE = "criminal-judgment";

    private static final String NAME = "name";
    private static final double NAME_CONFIDENCE = 0.99;

    private final Template template;
    private final PartFinder parts;
    private final Parties parties;
    private final Operative operative;
    private final Citations citations;
    private final ChargePenalties penalties;
    private final ActPeriods acts;
    private final SealedRecords sealed;
    private final Wording everyone;
    private final Wording below;
    private final Wording prosecution;

    public JudgmentExtractor(Template template) {
        this.template = template;
        this.parts = new PartFinder(template.parts());
        this.parties = new Parties(template);
        this.operative = new Operative(template);
        this.citations = new Citations(template);
        this.penalties = new ChargePenalties(template);
        this.acts = new ActPeriods(template);
        this.sealed = new SealedRecords(template);
        this.everyone = template.pattern("everyone");
        this.below = template.pattern("told-below");
        this.prosecution = template.pattern("prosecution");
    }

    @Override
    public Template template() {
        return template;
    }

    @Override
    public Extraction extract(String id, LegalText delivered) {
        Stretches found = own(delivered.text(), parts.parts(delivered.text()));
        List<Defendant> defendants = parties.of(delivered.text(), found);
        List<Span> out = sealed.in(delivered.text(), defendants, found);
        if (out.isEmpty()) {
            return read(id, delivered, found, defendants);
        }
        LegalText open = delivered.without(out);
        Stretches left = own(open.text(), parts.parts(open.text()));
        return read(id, open, left, parties.of(open.text(), left));
    }

    /** It names its court or its number, or has a part beside the head, which everything before the first part is. */
    @Override
    public boolean looksLike(Extraction extraction) {
        return extraction.parts().size() > 1
                || extraction.first("court", 0).isPresent()
                || extraction.first("case_number", 0).isPresent();
    }

    /**
     * The parts without an operative part that is the lower court's: an appeal tells it, goes on (宣判后……不服) and, where
     * only its opening was published, has none of its own.
     */
    private Stretches own(String text, Stretches found) {
        Optional<Span> judgment = found.first("judgment");
        boolean told = judgment.filter(
                        span -> below.in(text.substring(span.start())).find())
                .isPresent();
        if (!told) {
            return found;
        }
        Stretches own = new Stretches();
        found.all().stream()
                .filter(part -> part.span().start() < judgment.orElseThrow().start())
                .forEach(own::add);
        return own;
    }

    /** A text of any kind of document without the sealed records that it tells; the same text where it tells none. */
    public LegalText open(LegalText delivered) {
        Stretches found = parts.parts(delivered.text());
        List<Span> out = new ArrayList<>(sealed.in(delivered.text(), parties.of(delivered.text(), found), found));
        out.addAll(sealed.anywhere(delivered.text()));
        return delivered.without(out);
    }

    /** What the prosecution is told to hold where that does not stand in the accusation: 公诉机关认为，…… */
    private void prosecution(String text, int reasoning, Stretches found) {
        Optional<Span> accusation = found.first("accusation");
        Finding finding = prosecution.in(text, new Span(0, reasoning));
        while (finding.find()) {
            Span span = new Span(finding.start(), finding.end());
            if (accusation.filter(part -> part.overlaps(span)).isEmpty()) {
                found.add(Stretch.of("prosecution", span));
            }
        }
    }

    private Extraction read(String id, LegalText legal, Stretches found, List<Defendant> defendants) {
        String text = legal.text();
        List<Stretch> partsOnly = found.all();
        Subjects subjects = new Subjects(text, defendants, everyone);
        defendants.forEach(
                one -> one.told().ifPresent(span -> found.add(new Stretch("party", span, List.of(one.number())))));
        Optional<Span> judgment = found.first("judgment");
        judgment.ifPresent(span -> operative.cut(text, span, subjects, found));
        int reasoning = found.first("reasoning").map(Span::start).orElse(0);
        Optional<Span> clause = judgment.flatMap(span -> citations.clause(text, reasoning, span.start()));
        found.first("reasoning")
                .ifPresent(span -> found.add(Stretch.of(
                        "grounds",
                        new Span(span.start(), clause.map(Span::start).orElse(span.end())))));
        prosecution(text, reasoning, found);
        Finder finder = new Finder(text, found, subjects, template.acceptance());
        List<Element> elements = new ArrayList<>();
        defendants.forEach(one -> elements.add(
                Element.found(NAME, one.number(), new TextNode(one.name()), one.nameAt(), NAME_CONFIDENCE)));
        for (ElementRule rule : template.elements().values()) {
            elements.addAll(finder.find(rule));
        }
        clause.ifPresent(span -> elements.addAll(citations.of(text, span)));
        boolean appeal = elements.stream()
                .anyMatch(one ->
                        one.rule().equals("instance") && one.value().asText().equals("second"));
        if (appeal) {
            elements.addAll(citations.below(text, reasoning));
        }
        elements.addAll(penalties.of(text, found));
        elements.addAll(acts.of(text, found, subjects));
        elements.addAll(Completeness.of(text, defendants.size(), found, elements));
        return new Extraction(id, legal, defendants.size(), List.copyOf(elements), partsOnly);
    }
}
