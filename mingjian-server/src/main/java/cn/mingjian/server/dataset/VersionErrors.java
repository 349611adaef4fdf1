package cn.mingjian.server.dataset;

import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.library.Library;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.problem.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What in a version whoever delivered it has to look at. */
@Component
public class VersionErrors {

    private final Library library;
    private final Datasets datasets;
    private final Versions versions;
    private final DatasetFiles files;

    VersionErrors(Library library, Datasets datasets, Versions versions, DatasetFiles files) {
        this.library = library;
        this.datasets = datasets;
        this.versions = versions;
        this.files = files;
    }

    /**
     * What was found wrong.
     *
     * @param origin who delivered it
     * @param read rows that are not blank
     * @param cells of rows that were taken, which are no value or fail their own check
     * @param rows the file of those that could not be taken
     */
    public record Wrong(
            Contract contract, String origin, List<String> files, long read, long rejected, long cells, Path rows) {}

    /** Of a version of the actor's department that is there. */
    public Wrong of(Actor actor, UUID id, int number) {
        Dataset dataset = datasets.own(actor, id);
        Version version = versions.one(dataset, number);
        if (version.state() != VersionState.READY) {
            throw Refusal.conflict("dataset.no-rows");
        }
        QualityShown quality = versions.quality(version).orElseThrow(Refusal::notThere);
        return new Wrong(
                library.contracts().find(dataset.contract()).orElseThrow(Refusal::notThere),
                dataset.origin(),
                version.files(),
                quality.read(),
                quality.rejected(),
                quality.columns().stream()
                        .mapToLong(column -> column.unknown() + column.invalid())
                        .sum(),
                files.rejected(version));
    }
}
