package cn.mingjian.server.dataset;

import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.dataset.StatedCoverage.Complete;
import cn.mingjian.server.dataset.Version.Load;
import cn.mingjian.server.delivery.Deliveries;
import cn.mingjian.server.problem.Failure.Told;
import cn.mingjian.server.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Takes tables in that nobody looks at: those whose headings came before as versions of one dataset of the department, by
 * the mapping that was then remembered, and loaded as its last further version was: that a first one is all there is says
 * nothing about the next. What they cover nobody states, so their silence proves nothing. Every other table
 * waits for the data steward.
 */
@Component
public class KnownTables {

    private final Deliveries deliveries;
    private final FoundTables tables;
    private final Mappings mappings;
    private final Datasets datasets;
    private final Versions versions;
    private final IntakeOrders orders;
    private final ImportQueue queue;

    KnownTables(
            Deliveries deliveries,
            FoundTables tables,
            Mappings mappings,
            Datasets datasets,
            Versions versions,
            IntakeOrders orders,
            ImportQueue queue) {
        this.deliveries = deliveries;
        this.tables = tables;
        this.mappings = mappings;
        this.datasets = datasets;
        this.versions = versions;
        this.orders = orders;
        this.queue = queue;
    }

    /**
     * Orders that the tables of a delivery be taken in; one that was ordered before is not ordered again.
     *
     * @return what becomes of each table; empty while one has to wait until another version of its dataset is taken in
     */
    public Optional<List<Words>> takeIn(Actor actor, UUID delivery) {
        List<Version> ordered = versions.orderedWithoutScope(delivery);
        List<Words> told = new ArrayList<>();
        ordered.forEach(version -> told.add(taken(actor, version)));
        Problems problems = new Problems();
        for (FoundTable table : left(actor, delivery, ordered, problems)) {
            List<Version> before = versions.lastOfHeadings(actor, table.signature());
            if (before.size() == 1 && versions.reads(before.get(0).dataset())) {
                return Optional.empty();
            }
            told.add(takeIn(actor, delivery, table, before));
        }
        problems.list().forEach(problem -> told.add(Told.of(problem).message()));
        return Optional.of(told.isEmpty() ? List.of(Words.ofMessage("dataset.waits-no-table")) : told);
    }

    /** The tables that were not ordered yet; none of a delivery that is gone, as it is once all its tables are taken in. */
    private List<FoundTable> left(Actor actor, UUID delivery, List<Version> ordered, Problems problems) {
        if (!deliveries.thereWithoutScope(delivery)) {
            return List.of();
        }
        Set<String> signatures = ordered.stream().map(Version::signature).collect(Collectors.toSet());
        return tables.in(deliveries.registers(actor, delivery).data(), problems).stream()
                .filter(table -> !signatures.contains(table.signature()))
                .toList();
    }

    private Words taken(Actor actor, Version version) {
        Dataset dataset = datasets.own(actor, version.dataset());
        return Words.ofMessage(
                "dataset.takes-itself", String.join(", ", version.files()), dataset.title(), version.number());
    }

    private Words takeIn(Actor actor, UUID delivery, FoundTable table, List<Version> before) {
        String label = String.join(", ", table.labels());
        if (before.size() != 1) {
            return Words.ofMessage(before.isEmpty() ? "dataset.waits-unknown" : "dataset.waits-several", label);
        }
        Dataset dataset = datasets.own(actor, before.get(0).dataset());
        Optional<Version> further = versions.newestWhole(dataset).filter(newest -> newest.number() > 1);
        if (further.isEmpty()) {
            return Words.ofMessage("dataset.waits-load", label, dataset.title());
        }
        try {
            return taken(
                    actor, order(actor, delivery, table, dataset, further.get().load()));
        } catch (Refusal e) {
            return waits(label, e.problems());
        } catch (ProblemException e) {
            return waits(label, e.problems());
        }
    }

    private Version order(Actor actor, UUID delivery, FoundTable table, Dataset dataset, Load load) {
        Recipe recipe = mappings.remembered(actor, dataset.contract(), table.signature())
                .orElseThrow(() ->
                        Refusal.conflict("dataset.waits-unknown", table.first().label()));
        StatedCoverage nobody = new StatedCoverage(
                null,
                null,
                dataset.regions(),
                Complete.UNKNOWN,
                Words.ofMessage("dataset.stated-by-nobody").zh());
        Version version = orders.order(
                actor,
                delivery,
                new IntakeWish(table.signature(), dataset.contract(), recipe, dataset.id(), null, load, null, nobody));
        queue.enter(version);
        return version;
    }

    private static Words waits(String label, List<Problem> problems) {
        return Words.ofMessage(
                "dataset.waits-refused",
                label,
                Words.listed(problems.stream()
                        .map(problem -> Told.of(problem).message())
                        .toList()));
    }
}
