package cn.mingjian.server.dataset;

import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.contract.Sensitivity;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.region.Region;
import cn.mingjian.model.region.RegionTree;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.dataset.DatasetPage.DatasetPurpose;
import cn.mingjian.server.dataset.DatasetRow.RegionShown;
import cn.mingjian.server.page.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Contracts and datasets as they are shown. */
@Component
class Catalogue {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Library library;
    private final RegionTree regions;
    private final Uses uses;
    private final Datasets datasets;
    private final Versions versions;
    private final Clock clock;

    Catalogue(Library library, RegionTree regions, Uses uses, Datasets datasets, Versions versions, Clock clock) {
        this.library = library;
        this.regions = regions;
        this.uses = uses;
        this.datasets = datasets;
        this.versions = versions;
        this.clock = clock;
    }

    /** Today, where the offices are. */
    LocalDate today() {
        return LocalDate.now(clock.withZone(CHINA));
    }

    /** The contracts that serve a model. */
    List<ContractRow> contracts() {
        return library.contracts().ids().stream()
                .flatMap(id -> library.contracts().find(id).stream()
                        .filter(contract -> contract.id().equals(id)))
                .map(this::row)
                .filter(row -> !row.uses().isEmpty())
                .toList();
    }

    private ContractRow row(Contract contract) {
        return new ContractRow(
                contract.id(),
                contract.version(),
                contract.title(),
                contract.owner(),
                contract.columns().values().stream()
                        .map(Column::sensitivity)
                        .reduce(Sensitivity.PUBLIC, Sensitivity::with)
                        .word(),
                uses.of(contract.id()).stream()
                        .map(use -> new ContractRow.ContractUse(
                                use.model(),
                                use.title(),
                                use.duty(),
                                use.columns().size()))
                        .toList());
    }

    Page<DatasetRow> list(Actor actor, Datasets.Filter filter, Page.Wish wish) {
        Page<Dataset> page = datasets.list(actor, filter, wish);
        Map<UUID, Version> newest = versions.newestReady(page.items()).stream()
                .collect(Collectors.toMap(Version::dataset, Function.identity()));
        return Page.of(
                wish,
                page.total(),
                page.items().stream()
                        .map(dataset -> row(actor, dataset, newest.get(dataset.id())))
                        .toList());
    }

    DatasetPage page(Actor actor, Dataset dataset) {
        List<Version> all = versions.of(dataset);
        @Nullable
        Version newest = all.stream()
                .filter(version -> version.state() == VersionState.READY)
                .findFirst()
                .orElse(null);
        return new DatasetPage(
                row(actor, dataset, newest),
                dataset.madeBy(),
                dataset.made(),
                uses.of(dataset.contract()).stream()
                        .map(use -> new DatasetPurpose(
                                use.model(),
                                use.title(),
                                use.duty(),
                                dataset.authority().purposes().contains(use.model())))
                        .toList(),
                all.stream().map(VersionRow::of).toList());
    }

    VersionPage page(Actor actor, Dataset dataset, Version version, LiveImport.@Nullable ImportProgress progress) {
        return new VersionPage(
                row(actor, dataset, version),
                VersionRow.of(version),
                versions.quality(version).orElse(null),
                versions.problems(version),
                mayChange(actor, dataset) && RejectedRows.mayTake(actor, version),
                progress);
    }

    private DatasetRow row(Actor actor, Dataset dataset, @Nullable Version newest) {
        LocalDate until = dataset.authority().until();
        return new DatasetRow(
                dataset.id(),
                dataset.contract(),
                library.contracts()
                        .find(dataset.contract())
                        .map(Contract::title)
                        .orElse(Words.same(dataset.contract())),
                dataset.title(),
                dataset.departmentName(),
                dataset.origin(),
                dataset.regions().stream().map(this::region).toList(),
                dataset.authority(),
                until != null && today().isAfter(until),
                dataset.sharedWith(),
                dataset.destroyBy(),
                versions.ready(dataset),
                mayChange(actor, dataset),
                newest == null ? null : VersionRow.of(newest));
    }

    RegionShown region(String code) {
        return new RegionShown(
                code, regions.region(code, today()).map(Region::name).orElse(code));
    }

    /** The data steward of the department that holds it. */
    private static boolean mayChange(Actor actor, Dataset dataset) {
        return actor.holds(Set.of(Role.DATA_STEWARD))
                && actor.office() == dataset.office()
                && actor.department() == dataset.department();
    }
}
