package cn.mingjian.server.document;

import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.LegalText;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.delivery.Brought;
import cn.mingjian.server.delivery.Deliveries;
import cn.mingjian.server.delivery.DeliveryKind;
import cn.mingjian.server.document.Documents.Kept;
import cn.mingjian.server.opening.Opening;
import cn.mingjian.server.opening.Opening.Opened;
import cn.mingjian.server.opening.OpeningKind;
import cn.mingjian.server.opening.OpeningWish;
import cn.mingjian.server.opening.Openings;
import cn.mingjian.server.opening.Unmasked;
import cn.mingjian.server.page.Page;
import cn.mingjian.server.problem.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The documents of a delivery, and what people set right in them. */
@RestController
@RequestMapping("/api/v1/deliveries/{id}/documents")
class DocumentController {

    private static final int LONGEST_REASON = 500;

    private final Deliveries deliveries;
    private final Documents documents;
    private final DocumentCorrections corrections;
    private final DocumentReading reading;
    private final ReadFolder folder;
    private final ContractKinds kinds;
    private final Openings openings;
    private final Acts acts;

    DocumentController(
            Deliveries deliveries,
            Documents documents,
            DocumentCorrections corrections,
            DocumentReading reading,
            ReadFolder folder,
            ContractKinds kinds,
            Openings openings,
            Acts acts) {
        this.deliveries = deliveries;
        this.documents = documents;
        this.corrections = corrections;
        this.reading = reading;
        this.folder = folder;
        this.kinds = kinds;
        this.openings = openings;
        this.acts = acts;
    }

    /**
     * What a person sets an element to.
     *
     * @param element its path, as {@code defendants[0].months}; {@code [+]} for one more of several
     * @param value null where the text does not say it
     */
    record CorrectionWish(String element, @Nullable String value, String reason) {}

    /** A document with what it says of persons, and the opening under which it is shown. */
    record OpenedDocument(DocumentPage document, Opened opening) {}

    @GetMapping
    @Allowed(Allowed.To.CASEWORK)
    Page<DocumentRow> documents(
            Actor actor,
            @PathVariable("id") UUID id,
            @RequestParam(name = "order", defaultValue = "DOUBT") Documents.DocumentOrder order,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "" + Page.USUAL) int size) {
        return documents.list(deliveries.find(actor, id), order, new Page.Wish(page, size));
    }

    @GetMapping("/{no}")
    @Allowed(Allowed.To.CASEWORK)
    DocumentPage document(Actor actor, @PathVariable("id") UUID id, @PathVariable("no") int number) {
        Brought brought = deliveries.find(actor, id);
        Kept kept = documents.find(brought, number);
        return extraction(brought, kept)
                .map(extraction -> page(brought, kept, extraction, Optional.of(masked(brought, extraction))))
                .orElseGet(() -> new DocumentPage(kept.row(), "", List.of()));
    }

    /** Opens one document; the answer is the only place where it is shown whole. */
    @PostMapping("/{no}/opening")
    @Allowed(Allowed.To.CASEWORK)
    OpenedDocument open(
            Actor actor, @PathVariable("id") UUID id, @PathVariable("no") int number, @RequestBody OpeningWish wish) {
        Brought brought = deliveries.find(actor, id);
        Kept kept = documents.find(brought, number);
        Extraction extraction = extraction(brought, kept).orElseThrow(Refusal::notThere);
        Unmasked unmasked = Unmasked.nothing();
        unmasked.add("text", masked(brought, extraction).hidden());
        Opening opening = new Opening(OpeningKind.DOCUMENT, id, String.valueOf(number), 1, unmasked);
        Opened opened = openings.open(actor, wish, opening);
        return new OpenedDocument(page(brought, kept, extraction, Optional.empty()), opened);
    }

    /** Sets an element right; the rows that models read are then written anew behind the request. */
    @PutMapping("/{no}/corrections")
    @Allowed(Allowed.To.CASEWORK)
    DocumentPage correct(
            Actor actor,
            @PathVariable("id") UUID id,
            @PathVariable("no") int number,
            @RequestBody CorrectionWish wish) {
        Brought brought = deliveries.find(actor, id);
        Kept kept = documents.find(brought, number);
        if (wish.element() == null || wish.reason() == null) {
            throw Refusal.bad("server.not-understood");
        }
        Extraction before = extraction(brought, kept).orElseThrow(Refusal::notThere);
        ElementPath path = ElementPath.read(wish.element(), template(brought))
                .filter(found -> found.defendant() <= before.defendants())
                .orElseThrow(() -> Refusal.bad("server.element-unknown", wish.element()));
        if (wish.reason().isBlank() || wish.reason().length() > LONGEST_REASON) {
            throw Refusal.bad("server.correction-reason");
        }
        JsonNode value = value(path, wish, before);
        Act act = Act.of("document.correct", "delivery", id)
                .with("document", number)
                .with("element", path.rule().id());
        acts.write(actor, act, () -> {
            corrections.add(actor, brought, number, path, value, wish.reason().strip());
            deliveries.again(id);
            documents.change(id, Reading.row(number, extraction(brought, kept).orElseThrow()));
        });
        reading.again(brought);
        return document(actor, id, number);
    }

    /** Of several, those that stand stay as they are but for the one that is meant. */
    private static JsonNode value(ElementPath path, CorrectionWish wish, Extraction before) {
        JsonNode one = wish.value() == null ? NullNode.getInstance() : CorrectedValue.of(path.rule(), wish.value());
        if (!CorrectedValue.possible(path.rule())) {
            throw Refusal.bad("server.element-with-parts", path.rule().title());
        }
        if (!path.rule().times().several()) {
            return one;
        }
        List<Element> standing = ElementsView.inOrder(before, path.rule(), path.defendant());
        if (path.item().isPresent() && path.item().getAsInt() >= standing.size()) {
            throw Refusal.bad("server.element-unknown", wish.element());
        }
        ArrayNode all = JsonNodeFactory.withExactBigDecimals(true).arrayNode();
        for (int i = 0; i < standing.size(); i++) {
            boolean meant = path.item().isPresent() && path.item().getAsInt() == i;
            JsonNode value = meant ? one : standing.get(i).value();
            if (!value.isNull()) {
                all.add(value);
            }
        }
        if (path.item().isEmpty() && !one.isNull()) {
            all.add(one);
        }
        return all;
    }

    private Optional<Extraction> extraction(Brought brought, Kept kept) {
        return kept.line().map(line -> {
            ReadFolder.Read read = folder.document(brought, line);
            Extraction extraction = reading.type(brought).extractor().extract(read.id(), LegalText.of(read.text()));
            return corrections.of(brought).of(kept.row().no(), read.id()).applied(extraction, template(brought));
        });
    }

    private DocumentPage page(Brought brought, Kept kept, Extraction extraction, Optional<MaskedText> masked) {
        return new DocumentPage(
                Reading.row(kept.row().no(), extraction),
                masked.map(MaskedText::whole).orElseGet(() -> extraction.text().text()),
                ElementsView.of(kinds.of(brought, extraction), template(brought), kinds::title, masked));
    }

    private MaskedText masked(Brought brought, Extraction extraction) {
        return brought.kind() == DeliveryKind.JUDGMENTS
                ? MaskedText.of(extraction, reading.facts().extract(extraction.id(), extraction.text()))
                : MaskedText.of(extraction);
    }

    private Template template(Brought brought) {
        return reading.type(brought).extractor().template();
    }
}
