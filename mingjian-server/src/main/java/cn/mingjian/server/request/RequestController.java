package cn.mingjian.server.request;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.page.Page;
import cn.mingjian.server.page.Zipped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Requests to other bodies: drafting, sending, their answers, and the pack that is sent. */
@RestController
@RequestMapping("/api/v1/requests")
class RequestController {

    private final DataRequests requests;
    private final RequestViews views;
    private final Requesting requesting;
    private final Packing packing;
    private final GapList gaps;

    RequestController(DataRequests requests, RequestViews views, Requesting requesting, Packing packing, GapList gaps) {
        this.requests = requests;
        this.views = views;
        this.requesting = requesting;
        this.packing = packing;
        this.gaps = gaps;
    }

    @GetMapping
    @Allowed(Allowed.To.DATA)
    Page<RequestRow> requests(
            Actor actor,
            @RequestParam(required = false) @Nullable RequestState state,
            @RequestParam(required = false) @Nullable Way way,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Page.USUAL) int size) {
        Page.Wish wish = new Page.Wish(page, size);
        Page<DataRequest> found = requests.list(actor, new DataRequests.Filter(state, way), wish);
        return Page.of(
                wish, found.total(), found.items().stream().map(views::row).toList());
    }

    /** What may be asked for, for models or of tables. */
    @GetMapping("/proposal")
    @Allowed(Allowed.To.DATA)
    RequestProposal proposal(
            Actor actor,
            @RequestParam(name = "model", defaultValue = "") List<String> models,
            @RequestParam(name = "table", defaultValue = "") List<String> tables) {
        return views.proposal(actor, models, tables);
    }

    /** Which missing data would make which models runnable, what unlocks most first. */
    @GetMapping("/gaps")
    @Allowed(Allowed.To.DATA)
    Gap.Gaps gaps(Actor actor) {
        return gaps.of(actor);
    }

    @PostMapping
    @Allowed(Allowed.To.DATA)
    @ResponseStatus(HttpStatus.CREATED)
    RequestPage draft(Actor actor, @RequestBody RequestWish wish) {
        return views.page(requests.find(actor, requesting.draft(actor, wish)));
    }

    @GetMapping("/{id}")
    @Allowed(Allowed.To.DATA)
    RequestPage request(Actor actor, @PathVariable UUID id) {
        return views.page(requests.find(actor, id));
    }

    @PutMapping("/{id}")
    @Allowed(Allowed.To.DATA)
    RequestPage change(Actor actor, @PathVariable UUID id, @RequestBody RequestWish wish) {
        requesting.change(actor, requests.find(actor, id), wish);
        return views.page(requests.find(actor, id));
    }

    @PostMapping("/{id}/state")
    @Allowed(Allowed.To.DATA)
    RequestPage step(Actor actor, @PathVariable UUID id, @RequestBody RequestStep step) {
        requesting.step(actor, requests.find(actor, id), step);
        return views.page(requests.find(actor, id));
    }

    /** Letter, list of columns, filled example and form: nothing in them tells for which model. */
    @GetMapping("/{id}/pack.zip")
    @Allowed(Allowed.To.DATA)
    ResponseEntity<byte[]> pack(Actor actor, @PathVariable UUID id) {
        DataRequest request = requests.find(actor, id);
        return Zipped.answer("request-" + request.formNumber(), packing.pack(actor, request));
    }
}
