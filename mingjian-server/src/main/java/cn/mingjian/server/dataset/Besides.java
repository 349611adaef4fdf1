package cn.mingjian.server.dataset;

import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.library.Library;
import cn.mingjian.running.Needs;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.problem.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The datasets whose rows decide which rows of another may be stored, because only companions of theirs serve the purpose.
 */
@Component
class Besides {

    private final Library library;
    private final Datasets datasets;
    private final Versions versions;
    private final DatasetFiles files;

    Besides(Library library, Datasets datasets, Versions versions, DatasetFiles files) {
        this.library = library;
        this.datasets = datasets;
        this.versions = versions;
        this.files = files;
    }

    /** Their newest versions by contract; refuses where one is not there. */
    Map<String, DatasetVersion> of(Actor actor, Needs needs, String contract) {
        Map<String, DatasetVersion> there = new LinkedHashMap<>();
        List<Words> lacking = new ArrayList<>();
        for (String beside : needs.besides(contract)) {
            Optional<Version> newest = versions.newestReady(datasets.of(actor, List.of(beside))).stream()
                    .max(Comparator.comparing(Version::brought));
            newest.ifPresentOrElse(
                    version -> there.put(beside, files.version(version)),
                    () -> lacking.add(library.contracts()
                            .find(beside)
                            .map(Contract::title)
                            .orElse(Words.same(beside))));
        }
        if (!lacking.isEmpty()) {
            throw Refusal.conflict("dataset.beside-first", Words.listed(lacking));
        }
        return there;
    }
}
