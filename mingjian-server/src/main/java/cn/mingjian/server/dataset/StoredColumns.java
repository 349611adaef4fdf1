package cn.mingjian.server.dataset;

import cn.mingjian.server.actor.Actor;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which columns the datasets that an actor may use hold now, and for which models. */
@Component
public class StoredColumns {

    private final Datasets datasets;
    private final Versions versions;
    private final DatasetFiles files;
    private final Catalogue catalogue;

    StoredColumns(Datasets datasets, Versions versions, DatasetFiles files, Catalogue catalogue) {
        this.datasets = datasets;
        this.versions = versions;
        this.files = files;
        this.catalogue = catalogue;
    }

    /** @param models that its authority covers today */
    public record Stored(String contract, Set<String> columns, Set<String> models) {}

    /** What the newest version of each dataset holds. */
    public Set<Stored> of(Actor actor) {
        LocalDate today = catalogue.today();
        List<Dataset> usable = datasets.usable(actor).stream()
                .filter(dataset -> dataset.authority().purposes().stream()
                        .anyMatch(model -> dataset.authority().covers(model, today)))
                .toList();
        Map<UUID, Dataset> byId = usable.stream().collect(Collectors.toMap(Dataset::id, Function.identity()));
        Set<Stored> stored = new LinkedHashSet<>();
        for (Version version : versions.newestReady(usable)) {
            Dataset dataset = Objects.requireNonNull(byId.get(version.dataset()));
            stored.add(new Stored(
                    dataset.contract(),
                    Set.copyOf(files.version(version).manifest().columns()),
                    Set.copyOf(dataset.authority().purposes())));
        }
        return stored;
    }
}
