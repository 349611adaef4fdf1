package cn.mingjian.server.dataset;

import cn.mingjian.intake.delivery.DeliveredTable;
import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.region.RegionTree;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.dataset.Uses.Use;
import cn.mingjian.server.dataset.Version.Load;
import cn.mingjian.server.delivery.Deliveries;
import cn.mingjian.server.problem.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders that a delivered table be taken in, as a version of a dataset that is there or is made with it. */
@Component
class IntakeOrders {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Library library;
    private final RegionTree regions;
    private final Deliveries deliveries;
    private final FoundTables tables;
    private final Uses uses;
    private final Datasets datasets;
    private final Versions versions;
    private final Besides besides;
    private final DatasetChanges changes;
    private final Mappings mappings;
    private final Acts acts;
    private final Clock clock;

    IntakeOrders(
            Library library,
            RegionTree regions,
            Deliveries deliveries,
            FoundTables tables,
            Uses uses,
            Datasets datasets,
            Versions versions,
            Besides besides,
            DatasetChanges changes,
            Mappings mappings,
            Acts acts,
            Clock clock) {
        this.library = library;
        this.regions = regions;
        this.deliveries = deliveries;
        this.tables = tables;
        this.uses = uses;
        this.datasets = datasets;
        this.versions = versions;
        this.besides = besides;
        this.changes = changes;
        this.mappings = mappings;
        this.acts = acts;
        this.clock = clock;
    }

    /** The version that is to be taken in. */
    Version order(Actor actor, UUID delivery, IntakeWish wish) {
        Contract contract = contract(wish.contract());
        LocalDate today = LocalDate.now(clock.withZone(CHINA));
        FoundTable table = tables.one(deliveries.registers(actor, delivery).data(), wish.signature());
        Optional<Dataset> known = Optional.ofNullable(wish.dataset()).map(id -> datasets.own(actor, id));
        List<String> purposes = purposes(wish, known);
        check(wish, contract, known, today);
        DeliveredTable delivered = table.read(
                contract, wish.recipe().checked(contract), wish.coverage().coverage());
        complete(contract, delivered, purposes);
        besides.of(actor, uses.needs(purposes, contract, delivered.columns()), contract.id());
        @Nullable Integer base = wish.load() == Load.APPEND ? base(known) : null;
        UUID dataset = known.map(Dataset::id).orElseGet(UUID::randomUUID);
        UUID id = UUID.randomUUID();
        acts.write(
                actor,
                () -> {
                    if (known.isEmpty() && wish.about() != null) {
                        changes.add(dataset, actor, contract.id(), wish.about());
                    }
                    mappings.note(actor, contract.id(), table.signature(), wish.recipe());
                    return changes.add(
                            actor,
                            new DatasetChanges.Ordered(
                                    id,
                                    dataset,
                                    wish.load(),
                                    base,
                                    wish.mends(),
                                    wish.coverage(),
                                    delivery,
                                    table,
                                    wish.recipe()));
                },
                number -> Act.of("dataset.import", "dataset", dataset)
                        .with("version", number)
                        .with("contract", contract.id())
                        .with("delivery", delivery));
        return versions.findWithoutScope(id).orElseThrow();
    }

    /** A contract of the library. */
    Contract contract(String id) {
        return library.contracts()
                .find(id)
                .filter(found -> found.id().equals(id))
                .orElseThrow(() -> Refusal.bad("dataset.contract-unknown"));
    }

    private static List<String> purposes(IntakeWish wish, Optional<Dataset> known) {
        if (known.isPresent()) {
            return known.get().authority().purposes();
        }
        if (wish.about() == null) {
            throw Refusal.bad("dataset.which");
        }
        return wish.about().authority().purposes();
    }

    private void check(IntakeWish wish, Contract contract, Optional<Dataset> known, LocalDate today) {
        Problems problems = new Problems();
        wish.coverage().check(regions, today, problems);
        if (known.isEmpty() && wish.about() != null) {
            Set<String> models = uses.of(contract.id()).stream().map(Use::model).collect(Collectors.toSet());
            wish.about().check(models, today, problems);
            new StatedCoverage(
                            null,
                            null,
                            wish.about().regions(),
                            StatedCoverage.Complete.NO,
                            wish.coverage().statedBy())
                    .check(regions, today, problems);
        }
        if (known.isPresent() && !known.get().contract().equals(contract.id())) {
            problems.error(Place.of("dataset"), "dataset.other-contract");
        }
        @Nullable Integer mends = wish.mends();
        if (mends != null
                && (wish.load() != Load.APPEND
                        || !known.map(own -> mendable(own, mends)).orElse(false))) {
            problems.error(Place.of("mends"), "dataset.nothing-to-mend", mends);
        }
        problems.throwIfErrors();
    }

    private boolean mendable(Dataset dataset, int number) {
        return versions.of(dataset).stream()
                .anyMatch(version -> version.number() == number && version.state() == VersionState.READY);
    }

    /** Nothing can be taken in without the columns that identify a row, or for no purpose. */
    private void complete(Contract contract, DeliveredTable delivered, List<String> purposes) {
        List<Use> used = uses.of(contract.id()).stream()
                .filter(use -> purposes.contains(use.model()))
                .toList();
        if (used.isEmpty()) {
            throw Refusal.bad("dataset.purposes");
        }
        List<Words> lacking = MappingPages.lacking(contract, delivered, MappingPages.wanted(contract, used));
        if (!lacking.isEmpty()) {
            throw Refusal.bad("dataset.columns-lacking", Words.listed(lacking));
        }
    }

    /** What is added while another is still taken in would not hold that other's rows. */
    private int base(Optional<Dataset> known) {
        if (known.filter(dataset -> versions.reads(dataset.id())).isPresent()) {
            throw Refusal.conflict("dataset.another-reads");
        }
        return known.stream()
                .flatMap(dataset -> versions.of(dataset).stream())
                .filter(version -> version.state() == VersionState.READY)
                .findFirst()
                .map(Version::number)
                .orElseThrow(() -> Refusal.conflict("dataset.nothing-to-append-to"));
    }
}
