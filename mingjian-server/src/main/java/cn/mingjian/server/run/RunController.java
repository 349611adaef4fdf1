package cn.mingjian.server.run;

import cn.mingjian.model.Words;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.page.Page;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Runs: order, list, look, stop. */
@RestController
@RequestMapping("/api/v1/runs")
class RunController {

    private final Runs runs;
    private final RunOrders orders;
    private final LiveRuns live;
    private final Funnels funnels;
    private final RunDatasets datasets;

    RunController(Runs runs, RunOrders orders, LiveRuns live, Funnels funnels, RunDatasets datasets) {
        this.runs = runs;
        this.orders = orders;
        this.live = live;
        this.funnels = funnels;
        this.datasets = datasets;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Allowed.To.CASEWORK)
    RunPage order(Actor actor, @RequestBody RunWish wish) {
        return page(actor, runs.find(actor, orders.order(actor, wish, null)));
    }

    @GetMapping
    @Allowed(Allowed.To.CASEWORK)
    Page<RunRow> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable RunState state,
            @RequestParam(required = false) @Nullable Purpose purpose,
            @RequestParam(required = false) @Nullable String purposeText,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Page.USUAL) int size) {
        return runs.list(actor, new Runs.Filter(model, state, purpose, purposeText), new Page.Wish(page, size));
    }

    @GetMapping("/{id}")
    @Allowed(Allowed.To.CASEWORK)
    RunPage one(Actor actor, @PathVariable UUID id) {
        return page(actor, runs.find(actor, id));
    }

    @PostMapping("/{id}/stop")
    @Allowed(Allowed.To.CASEWORK)
    RunPage stop(Actor actor, @PathVariable UUID id) {
        orders.stop(actor, runs.find(actor, id));
        return page(actor, runs.find(actor, id));
    }

    private RunPage page(Actor actor, Run run) {
        Runs.Outcome outcome = runs.outcome(run);
        Optional<LiveRun> going = run.state().ended() ? Optional.empty() : live.find(run.id());
        return new RunPage(
                run.row(),
                run.delivery(),
                datasets.of(run),
                run.asOfReason(),
                run.parameters(),
                run.schedule() != null,
                run.state().ended() ? null : going.map(LiveRun::progress).orElseGet(() -> waiting(run)),
                outcome.problems(),
                going.map(LiveRun::imported).orElse(outcome.imported()),
                funnels.of(run).orElse(null),
                run.fingerprint(),
                !run.state().ended() && RunOrders.mayStop(actor, run));
    }

    private RunProgress waiting(Run run) {
        return new RunProgress(Words.ofMessage("server.run-phase-queue"), null, 0, 0, runs.before(run));
    }
}
