package cn.mingjian.server.opening;

import cn.mingjian.model.Words;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.opening.Opening.Allowance;
import cn.mingjian.server.page.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a person may still open today, and what they ask a second person to allow. */
@RestController
@RequestMapping("/api/v1")
class OpeningController {

    private final Openings openings;
    private final OpeningRequests requests;
    private final OpeningLimits limits;

    OpeningController(Openings openings, OpeningRequests requests, OpeningLimits limits) {
        this.openings = openings;
        this.requests = requests;
        this.limits = limits;
    }

    /** @param source where the limits come from */
    record OpeningsToday(Allowance allowance, Words source, int mostMore) {}

    /** Asking for more openings today. */
    record MoreOpeningsWish(
            OpeningReason reason, String words, @Nullable Integer more) {}

    /** The answer of the second person. */
    record OpeningDecision(@Nullable Boolean allow, String words) {}

    @GetMapping("/openings/today")
    @Allowed(Allowed.To.CASEWORK)
    OpeningsToday today(Actor actor) {
        return new OpeningsToday(openings.allowance(actor), limits.source(), limits.mostMore());
    }

    @GetMapping("/opening-requests")
    @Allowed(Allowed.To.CASEWORK)
    Page<OpeningRequest> requests(
            Actor actor,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Page.USUAL) int size) {
        return requests.list(actor, new Page.Wish(page, size));
    }

    @PostMapping("/opening-requests")
    @Allowed(Allowed.To.CASEWORK)
    @ResponseStatus(HttpStatus.CREATED)
    OpeningRequest askForMore(Actor actor, @RequestBody MoreOpeningsWish wish) {
        return requests.askForMore(
                actor, new OpeningWish(wish.reason(), wish.words()), wish.more() == null ? 0 : wish.more());
    }

    @PutMapping("/opening-requests/{request}/decision")
    @Allowed(Allowed.To.CASEWORK)
    OpeningRequest decide(Actor actor, @PathVariable UUID request, @RequestBody OpeningDecision decision) {
        return requests.decide(actor, request, decision.allow(), decision.words());
    }
}
