package cn.mingjian.server.draft;

import cn.mingjian.engine.worker.OrderFile;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.running.RunLimits;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.dataset.Bindings;
import cn.mingjian.server.dataset.BoundVersion;
import cn.mingjian.server.dataset.ModelData;
import cn.mingjian.server.draft.Trials.Order;
import cn.mingjian.server.installation.MachineLimits;
import cn.mingjian.server.problem.Refusal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Trials of a draft as it was saved last: its cases, or the way of rows through its steps. None gives a clue. */
@RestController
@RequestMapping("/api/v1/drafts/{draft}")
class TrialController {

    private static final int MOST_DATASETS = 100;
    private static final OrderFile.Limits OF_CASES = RunLimits.of(512L << 20, 1L << 30, 1, 180);
    private static final long DATASETS_SECONDS = 900;

    private final Drafts drafts;
    private final Trials trials;
    private final Bindings bindings;
    private final ModelData data;
    private final Acts acts;

    TrialController(Drafts drafts, Trials trials, Bindings bindings, ModelData data, Acts acts) {
        this.drafts = drafts;
        this.trials = trials;
        this.bindings = bindings;
        this.data = data;
        this.acts = acts;
    }

    /**
     * On what a draft can be traced.
     *
     * @param versions newest versions of datasets whose authority covers the model that the draft is a copy of
     * @param asOf the day until which all that state one are known
     */
    record TrialData(List<BoundVersion> versions, @Nullable LocalDate asOf) {}

    @GetMapping("/data")
    @Allowed(
            value = Allowed.To.ROLES,
            roles = {Role.DIGITAL_OFFICE, Role.DATA_STEWARD})
    TrialData data(Actor actor, @PathVariable UUID draft) {
        String origin = drafts.find(actor, draft).row().origin();
        if (origin == null) {
            return new TrialData(List.of(), null);
        }
        ModelData.Newest newest = data.newest(actor, origin);
        return new TrialData(newest.bound(), newest.knownUntil());
    }

    /** Begins a trial; how far it is, is asked for afterwards. */
    @PostMapping("/trial")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Allowed(
            value = Allowed.To.ROLES,
            roles = {Role.DIGITAL_OFFICE, Role.DATA_STEWARD})
    TrialPage begin(Actor actor, @PathVariable UUID draft, @RequestBody TrialWish wish) {
        DraftPage page = drafts.find(actor, draft);
        TrialKind kind = wish.kind();
        if (kind == null) {
            throw Refusal.bad("server.not-understood");
        }
        List<BoundVersion> bound = kind == TrialKind.DATASETS ? bound(actor, page, wish) : List.of();
        Order order = order(kind, wish, bound);
        Act act = Act.of("draft.try", "draft", draft)
                .with("kind", kind)
                .with("revision", page.row().revision())
                .with("purpose", "STUDY")
                .with("asOf", order.asOf())
                .with(
                        "datasets",
                        bound.stream().map(one -> one.version().toString()).collect(Collectors.joining(" ")));
        LiveTrial trial = trials.admit(actor, page, kind);
        try {
            acts.write(actor, act, () -> {});
        } catch (RuntimeException e) {
            trial.stop(); // what is not in the audit does not begin
            throw e;
        }
        trials.queue(trial, page, order);
        return trial.page();
    }

    private Order order(TrialKind kind, TrialWish wish, List<BoundVersion> bound) {
        if (kind != TrialKind.DATASETS) {
            int testCase = kind == TrialKind.CASE ? Objects.requireNonNullElse(wish.testCase(), 0) : 0;
            return new Order(kind, testCase, Map.of(), "", OF_CASES);
        }
        OrderFile.Limits limits = MachineLimits.ofOneRun();
        return new Order(
                kind,
                0,
                folders(bound),
                String.valueOf(wish.asOf()),
                new OrderFile.Limits(
                        limits.memoryBytes(),
                        limits.heapBytes(),
                        limits.threads(),
                        limits.temporaryBytes(),
                        DATASETS_SECONDS));
    }

    /** The versions that were chosen; what they may be used for was said of the model that the draft is a copy of. */
    private List<BoundVersion> bound(Actor actor, DraftPage page, TrialWish wish) {
        String origin = page.row().origin();
        if (origin == null) {
            throw Refusal.conflict("draft.no-authority");
        }
        List<UUID> chosen = Objects.requireNonNullElse(wish.datasets(), List.of());
        if (chosen.isEmpty() || chosen.size() > MOST_DATASETS || chosen.stream().anyMatch(Objects::isNull)) {
            throw Refusal.bad("draft.choose-datasets");
        }
        if (wish.asOf() == null) {
            throw Refusal.bad("server.run-as-of-missing");
        }
        return bindings.chosen(actor, origin, chosen);
    }

    private Map<String, List<String>> folders(List<BoundVersion> bound) {
        Map<String, List<String>> folders = new LinkedHashMap<>();
        Map<String, List<DatasetVersion>> open = bindings.openWithoutScope(bound); // chosen by the actor just now
        open.forEach((contract, versions) -> folders.put(
                contract,
                versions.stream()
                        .map(version ->
                                version.folder().toAbsolutePath().normalize().toString())
                        .toList()));
        return folders;
    }

    /** The latest trial of the draft by whoever asks. */
    @GetMapping("/trial")
    @Allowed(
            value = Allowed.To.ROLES,
            roles = {Role.DIGITAL_OFFICE, Role.DATA_STEWARD})
    TrialPage trial(Actor actor, @PathVariable UUID draft) {
        drafts.find(actor, draft);
        return trials.find(actor, draft).map(LiveTrial::page).orElseThrow(() -> Refusal.of(404, "draft.no-trial"));
    }

    @PostMapping("/trial/stop")
    @Allowed(
            value = Allowed.To.ROLES,
            roles = {Role.DIGITAL_OFFICE, Role.DATA_STEWARD})
    TrialPage stop(Actor actor, @PathVariable UUID draft) {
        drafts.find(actor, draft);
        LiveTrial trial = trials.find(actor, draft).orElseThrow(() -> Refusal.of(404, "draft.no-trial"));
        acts.write(actor, Act.of("draft.stop", "draft", draft), () -> {});
        trial.stop();
        return trial.page();
    }
}
