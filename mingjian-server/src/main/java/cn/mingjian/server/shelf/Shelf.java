package cn.mingjian.server.shelf;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.server.installation.Packages;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** The models of the library, worked out once behind the start of the server. */
@Component
class Shelf {

    private final CompletableFuture<Map<String, Worked>> models;

    /** What follows from a package and the library. */
    private record Worked(ModelPage page, List<LineageShown> lineage) {}

    Shelf(Library library, Compiler compiler, Packages packages, Clock clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(8));
        models = CompletableFuture.supplyAsync(() -> {
            ModelPages made = new ModelPages(library, compiler, today);
            Map<String, Worked> all = new LinkedHashMap<>();
            for (ModelPackage pack : packages.all()) {
                all.put(pack.id(), new Worked(made.page(pack), made.lineage(pack)));
            }
            return all;
        });
    }

    /** All models, by id. */
    List<ModelPage> all() {
        return models.join().values().stream().map(Worked::page).toList();
    }

    Optional<ModelPage> find(String id) {
        return Optional.ofNullable(models.join().get(id)).map(Worked::page);
    }

    /** Where the clues of a model come from, one picture a rule. */
    Optional<List<LineageShown>> lineage(String id) {
        return Optional.ofNullable(models.join().get(id)).map(Worked::lineage);
    }
}
