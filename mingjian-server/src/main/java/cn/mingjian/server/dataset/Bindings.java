package cn.mingjian.server.dataset;

import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.library.Library;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.problem.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which versions of datasets feed a model (数据绑定). */
@Component
public class Bindings {

    private final Library library;
    private final Datasets datasets;
    private final Versions versions;
    private final DatasetFiles files;
    private final Catalogue catalogue;

    Bindings(Library library, Datasets datasets, Versions versions, DatasetFiles files, Catalogue catalogue) {
        this.library = library;
        this.datasets = datasets;
        this.versions = versions;
        this.files = files;
        this.catalogue = catalogue;
    }

    /**
     * The newest versions that feed a contract for a model: of each area one, that which reaches furthest.
     *
     * @param refused datasets whose authority does not cover the model, or has ended
     */
    record Proposed(List<BoundVersion> bound, List<Dataset> refused) {}

    Proposed propose(Actor actor, String model, String contract) {
        List<Dataset> all = datasets.of(actor, List.of(contract));
        List<Dataset> covered = all.stream()
                .filter(dataset -> dataset.authority().covers(model, catalogue.today()))
                .toList();
        List<Dataset> refused =
                all.stream().filter(dataset -> !covered.contains(dataset)).toList();
        Map<Set<String>, BoundVersion> byArea = new LinkedHashMap<>();
        for (Version version : versions.newestReady(covered)) {
            BoundVersion bound = bound(covered, version);
            byArea.merge(new TreeSet<>(bound.regions()), bound, Bindings::further);
        }
        return new Proposed(
                byArea.values().stream()
                        .sorted(Comparator.comparing(BoundVersion::title))
                        .toList(),
                refused);
    }

    private static BoundVersion further(BoundVersion one, BoundVersion other) {
        boolean first = one.knownUntil() != null
                && (other.knownUntil() == null || !other.knownUntil().isAfter(one.knownUntil()));
        return first ? one : other;
    }

    /** The versions that an actor chose for a model; refuses what is not theirs, not there, or not for this purpose. */
    public List<BoundVersion> chosen(Actor actor, String model, List<UUID> ids) {
        List<BoundVersion> bound = new ArrayList<>();
        for (UUID id : ids) {
            Version version = versions.findWithoutScope(id).orElseThrow(Refusal::notThere);
            Dataset dataset = datasets.find(actor, version.dataset());
            if (version.state() != VersionState.READY) {
                throw Refusal.conflict("dataset.version-not-ready", dataset.title(), version.number());
            }
            if (!dataset.authority().covers(model, catalogue.today())) {
                throw Refusal.conflict("dataset.purpose-not-covered", dataset.title());
            }
            bound.add(bound(List.of(dataset), version));
        }
        return bound;
    }

    /** What a run is bound to, by contract, for whoever carries it out; refuses what was destroyed meanwhile. */
    public Map<String, List<DatasetVersion>> openWithoutScope(List<BoundVersion> bound) {
        Map<String, List<DatasetVersion>> open = new LinkedHashMap<>();
        for (BoundVersion one : bound) {
            Version version = versions.findWithoutScope(one.version())
                    .filter(found -> found.state() == VersionState.READY)
                    .orElseThrow(() -> Refusal.conflict("dataset.version-not-ready", one.title(), one.number()));
            open.computeIfAbsent(one.contract(), any -> new ArrayList<>()).add(files.version(version));
        }
        return open;
    }

    /** What of the rows lies on the disk, for checking a model against it. */
    DatasetVersion stored(BoundVersion bound) {
        return files.version(versions.findWithoutScope(bound.version()).orElseThrow(Refusal::notThere));
    }

    private BoundVersion bound(List<Dataset> all, Version version) {
        Dataset dataset = all.stream()
                .filter(one -> one.id().equals(version.dataset()))
                .findFirst()
                .orElseThrow();
        boolean complete = version.coverage().complete() == StatedCoverage.Complete.YES;
        return new BoundVersion(
                version.id(),
                dataset.id(),
                dataset.title(),
                dataset.contract(),
                library.contracts()
                        .find(dataset.contract())
                        .map(Contract::title)
                        .orElse(Words.same(dataset.contract())),
                version.number(),
                version.coverage().regions().isEmpty()
                        ? dataset.regions()
                        : version.coverage().regions(),
                version.coverage().from(),
                complete ? version.coverage().knownUntil() : null,
                version.poor(),
                Objects.requireNonNull(version.digest(), "a version that is ready has a digest"));
    }
}
