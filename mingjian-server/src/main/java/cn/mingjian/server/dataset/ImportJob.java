package cn.mingjian.server.dataset;

import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.engine.worker.OrderFile;
import cn.mingjian.intake.ImportResult;
import cn.mingjian.intake.Intake;
import cn.mingjian.intake.delivery.DeliveredTable;
import cn.mingjian.intake.store.Wanted;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.folder.LockedFolder;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.running.Needs;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.dataset.Uses.Use;
import cn.mingjian.server.delivery.Deliveries;
import cn.mingjian.server.delivery.DeliveryFiles;
import cn.mingjian.server.installation.MachineLimits;
import cn.mingjian.server.problem.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes one version in: cleans the delivered table, keeps what the purposes need, counts, and makes all of it visible in one
 * act; then what was delivered goes, unless another of its tables still waits.
 */
@Component
class ImportJob {

    private final Library library;
    private final Deliveries deliveries;
    private final DeliveryFiles deliveryFiles;
    private final FoundTables tables;
    private final Uses uses;
    private final Besides besides;
    private final Datasets datasets;
    private final Versions versions;
    private final Matches matches;
    private final DatasetChanges changes;
    private final DatasetFiles files;
    private final Acts acts;
    private final OrderFile.Limits limits = MachineLimits.ofOneRun();

    ImportJob(
            Library library,
            Deliveries deliveries,
            DeliveryFiles deliveryFiles,
            FoundTables tables,
            Uses uses,
            Besides besides,
            Datasets datasets,
            Versions versions,
            Matches matches,
            DatasetChanges changes,
            DatasetFiles files,
            Acts acts) {
        this.library = library;
        this.deliveries = deliveries;
        this.deliveryFiles = deliveryFiles;
        this.tables = tables;
        this.uses = uses;
        this.besides = besides;
        this.datasets = datasets;
        this.versions = versions;
        this.matches = matches;
        this.changes = changes;
        this.files = files;
        this.acts = acts;
        files.sweep((dataset, number) -> versions.readyWithoutScope(dataset, number));
    }

    /** Takes a version in; false when it was stopped meanwhile. */
    boolean take(Version version, LiveImport attempt) throws IOException {
        Dataset dataset = datasets.findWithoutScope(version.dataset());
        Contract contract = library.contracts().find(dataset.contract()).orElseThrow(IllegalStateException::new);
        Path delivered = deliveries.registersWithoutScope(version.delivery()).data();
        DeliveredTable table = tables.one(delivered, version.signature())
                .read(contract, versions.recipe(version), version.coverage().coverage());
        try (LockedFolder folder = LockedFolder.make(files.work(), "import-")) {
            DuckLimits session =
                    new DuckLimits(limits.memoryBytes(), limits.threads(), folder.path(), limits.temporaryBytes());
            ImportResult result = stored(version, dataset, contract, table, session, attempt);
            List<QualityShown.KeysFound> matched = matches.of(version, dataset, result.version(), session);
            return ready(version, delivered, result, QualityWords.of(result, contract, matched));
        }
    }

    private ImportResult stored(
            Version version,
            Dataset dataset,
            Contract contract,
            DeliveredTable table,
            DuckLimits session,
            LiveImport attempt)
            throws IOException {
        List<String> purposes = dataset.authority().purposes();
        Needs needs = uses.needs(purposes, contract, table.columns());
        // Who brought it was asked at the order whether the others are theirs to use.
        Actor system = version.system();
        Map<String, DatasetVersion> beside = besides.of(system, needs, contract.id());
        List<Use> used = uses.of(contract.id()).stream()
                .filter(use -> purposes.contains(use.model()))
                .toList();
        Set<String> columns = MappingPages.wanted(contract, used);
        Wanted wanted = new Wanted(columns, needs.admissions(contract.id(), beside));
        Intake intake = new Intake(session, library.functions());
        Path target = files.target(version);
        Integer base = version.base();
        return base == null
                ? intake.importTable(table, wanted, target, attempt)
                : intake.appendTable(table, wanted, files.version(versions.one(dataset, base)), target, attempt);
    }

    private boolean ready(Version version, Path delivered, ImportResult result, QualityShown quality) {
        List<Problem> problems = result.problems();
        String digest = files.digest(version);
        long rows = result.version().manifest().rows();
        UUID delivery = version.delivery();
        boolean spent = tables.in(delivered, new Problems()).stream()
                .map(FoundTable::signature)
                .allMatch(signature -> signature.equals(version.signature())
                        || versions.takenWithoutScope(delivery).contains(signature));
        boolean done = acts.write(
                version.system(),
                () -> {
                    boolean taken = changes.ready(
                            version, rows, quality, Failure.of(problems).problems(), digest);
                    if (taken && spent) {
                        deliveries.removed(delivery);
                    }
                    return taken;
                },
                taken -> Act.of(taken ? "dataset.imported" : "dataset.superseded", "dataset", version.dataset())
                        .with("version", version.number())
                        .with("rows", rows)
                        .with("rejected", quality.rejected())
                        .with("digest", digest));
        if (done && spent) {
            deliveryFiles.remove(version.office(), delivery);
        }
        return done;
    }
}
