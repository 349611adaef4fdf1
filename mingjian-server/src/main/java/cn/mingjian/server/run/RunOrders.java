package cn.mingjian.server.run;

import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.running.RunValues;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.dataset.Bindings;
import cn.mingjian.server.dataset.BoundVersion;
import cn.mingjian.server.delivery.Deliveries;
import cn.mingjian.server.installation.Packages;
import cn.mingjian.server.problem.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders runs and stops them. */
@Component
public class RunOrders {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Packages models;
    private final KeptPackages kept;
    private final Deliveries deliveries;
    private final Bindings bindings;
    private final RunDatasets datasets;
    private final RunStates states;
    private final RunQueue queue;
    private final LiveRuns live;
    private final Acts acts;
    private final Clock clock;

    RunOrders(
            Packages models,
            KeptPackages kept,
            Deliveries deliveries,
            Bindings bindings,
            RunDatasets datasets,
            RunStates states,
            RunQueue queue,
            LiveRuns live,
            Acts acts,
            Clock clock) {
        this.models = models;
        this.kept = kept;
        this.deliveries = deliveries;
        this.bindings = bindings;
        this.datasets = datasets;
        this.states = states;
        this.queue = queue;
        this.live = live;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Checks an order as far as that can be done without its data.
     *
     * @return the model
     * @throws cn.mingjian.model.problem.ProblemException with all that is wrong
     */
    public ModelPackage check(RunWish asked) {
        return pack(checked(asked));
    }

    private CheckedWish checked(RunWish asked) {
        return CheckedWish.of(asked, LocalDate.now(clock.withZone(CHINA)));
    }

    private ModelPackage pack(CheckedWish wish) {
        ModelPackage pack = models.find(wish.model()).orElseThrow(() -> Refusal.bad("server.run-model-unknown"));
        Problems problems = new Problems();
        values(pack, wish.parameters(), problems);
        problems.throwIfErrors();
        return pack;
    }

    /**
     * Orders a run.
     *
     * @param schedule of which it is a run, if it is one's
     */
    public UUID order(Actor actor, RunWish asked, @Nullable UUID schedule) {
        CheckedWish wish = checked(asked);
        ModelPackage pack = pack(wish);
        UUID delivery = wish.delivery();
        if (delivery != null) {
            deliveries.open(actor, delivery);
        }
        List<BoundVersion> bound = bindings.chosen(actor, pack.id(), wish.datasets());
        kept.keep(pack);
        UUID id = UUID.randomUUID();
        Act act = Act.of("run.order", "run", id)
                .with("model", pack.id() + "@" + pack.version())
                .with("delivery", delivery == null ? "" : delivery)
                .with(
                        "datasets",
                        bound.stream().map(one -> one.version().toString()).collect(Collectors.joining(" ")))
                .with("purpose", wish.purpose())
                .with("asOf", wish.asOf());
        acts.write(actor, act, () -> {
            states.insert(id, actor, wish, pack, schedule);
            datasets.add(id, bound);
            if (delivery != null) {
                deliveries.used(delivery);
            }
            queue.enter(id);
        });
        queue.look();
        return id;
    }

    /** Parameter values of an order; what is law cannot be set. */
    static RunValues values(ModelPackage pack, Map<String, String> parameters, Problems problems) {
        return RunValues.of(pack, null, parameters, "parameters", problems);
    }

    void stop(Actor actor, Run run) {
        if (!mayStop(actor, run)) {
            throw Refusal.of(403, "server.run-not-yours-to-stop");
        }
        acts.write(actor, Act.of("run.stop", "run", run.id()), () -> {
            if (!states.stopped(run.id())) {
                throw Refusal.conflict("server.run-ended");
            }
        });
        live.stop(run.id());
    }

    /** Who ordered it, while they are of the department, and the heads of the department and of the office. */
    static boolean mayStop(Actor actor, Run run) {
        boolean beside = actor.department() == run.department();
        return actor.holds(Set.of(Role.CHIEF))
                || beside && (actor.id() == run.orderer() || actor.holds(Set.of(Role.DEPARTMENT_HEAD)));
    }
}
