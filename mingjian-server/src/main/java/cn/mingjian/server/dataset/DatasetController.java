package cn.mingjian.server.dataset;

import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.dataset.Uses.Use;
import cn.mingjian.server.opening.OpeningReason;
import cn.mingjian.server.opening.OpeningWish;
import cn.mingjian.server.page.Page;
import cn.mingjian.server.problem.Failure;
import cn.mingjian.server.problem.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of data: contracts, datasets, their versions, and their end. */
@RestController
@RequestMapping("/api/v1")
class DatasetController {

    private final Catalogue catalogue;
    private final Datasets datasets;
    private final Versions versions;
    private final DatasetChanges changes;
    private final ImportQueue queue;
    private final Destruction destruction;
    private final Uses uses;
    private final RejectedRows rejected;
    private final Acts acts;

    DatasetController(
            Catalogue catalogue,
            Datasets datasets,
            Versions versions,
            DatasetChanges changes,
            ImportQueue queue,
            Destruction destruction,
            Uses uses,
            RejectedRows rejected,
            Acts acts) {
        this.catalogue = catalogue;
        this.datasets = datasets;
        this.versions = versions;
        this.changes = changes;
        this.queue = queue;
        this.destruction = destruction;
        this.uses = uses;
        this.rejected = rejected;
        this.acts = acts;
    }

    /** Why something is destroyed. */
    record DestroyWish(String reason) {

        DestroyWish {
            Objects.requireNonNull(reason);
        }
    }

    /** The contracts that serve a model of the library. */
    @GetMapping("/contracts")
    @Allowed(Allowed.To.CATALOGUE)
    List<ContractRow> contracts() {
        return catalogue.contracts();
    }

    @GetMapping("/datasets")
    @Allowed(Allowed.To.CATALOGUE)
    Page<DatasetRow> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String contract,
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Page.USUAL) int size) {
        return catalogue.list(actor, new Datasets.Filter(contract, query), new Page.Wish(page, size));
    }

    @GetMapping("/datasets/{dataset}")
    @Allowed(Allowed.To.CATALOGUE)
    DatasetPage dataset(Actor actor, @PathVariable UUID dataset) {
        return catalogue.page(actor, datasets.listed(actor, dataset));
    }

    @PutMapping("/datasets/{dataset}")
    @Allowed(value = Allowed.To.ROLES, roles = Role.DATA_STEWARD)
    DatasetPage change(Actor actor, @PathVariable UUID dataset, @RequestBody DatasetWish wish) {
        Dataset own = datasets.own(actor, dataset);
        Problems problems = new Problems();
        wish.check(
                uses.of(own.contract()).stream().map(Use::model).collect(Collectors.toSet()),
                catalogue.today(),
                problems);
        problems.throwIfErrors();
        acts.write(
                actor,
                Act.of("dataset.change", "dataset", dataset)
                        .with("destroyBy", wish.destroyBy())
                        .with("sharedWith", wish.sharedWith())
                        .with("purposes", String.join(" ", wish.authority().purposes())),
                () -> changes.change(own, wish));
        return dataset(actor, dataset);
    }

    /** Destroys all versions of a dataset. */
    @PostMapping("/datasets/{dataset}/destroy")
    @Allowed(value = Allowed.To.ROLES, roles = Role.DATA_STEWARD)
    DatasetPage destroy(Actor actor, @PathVariable UUID dataset, @RequestBody DestroyWish reason) {
        destruction.all(actor, datasets.own(actor, dataset), reason.reason());
        return dataset(actor, dataset);
    }

    @GetMapping("/datasets/{dataset}/versions/{number}")
    @Allowed(Allowed.To.DATA)
    VersionPage version(Actor actor, @PathVariable UUID dataset, @PathVariable int number) {
        Dataset found = datasets.find(actor, dataset);
        Version version = versions.one(found, number);
        return catalogue.page(
                actor,
                found,
                version,
                queue.find(version.id()).map(LiveImport::progress).orElse(null));
    }

    /** Stops the taking in of a version. */
    @PostMapping("/datasets/{dataset}/versions/{number}/stop")
    @Allowed(value = Allowed.To.ROLES, roles = Role.DATA_STEWARD)
    VersionPage stop(Actor actor, @PathVariable UUID dataset, @PathVariable int number) {
        Version version = versions.one(datasets.own(actor, dataset), number);
        Failure stopped = Failure.of(List.of(Problem.error(Place.of(""), "dataset.import-stopped")));
        acts.write(actor, Act.of("dataset.stop", "dataset", dataset).with("version", number), () -> {
            if (!changes.failed(version, stopped.problems())) {
                throw Refusal.conflict("dataset.import-ended");
            }
        });
        queue.stop(version.id());
        return version(actor, dataset, number);
    }

    /** Destroys a version; what proves it stays. */
    @PostMapping("/datasets/{dataset}/versions/{number}/destroy")
    @Allowed(value = Allowed.To.ROLES, roles = Role.DATA_STEWARD)
    VersionPage destroyVersion(
            Actor actor, @PathVariable UUID dataset, @PathVariable int number, @RequestBody DestroyWish reason) {
        destruction.one(actor, versions.one(datasets.own(actor, dataset), number), reason.reason());
        return version(actor, dataset, number);
    }

    /**
     * Why somebody takes rows, and how.
     *
     * @param passphrase under which the file leaves sealed; none for one that leaves as it is
     */
    record TakenRows(
            OpeningReason reason, String words, @Nullable String passphrase) {}

    /** The rows that could not be taken, in clear, for who brought them and mends them; a reason is kept first. */
    @PostMapping("/datasets/{dataset}/versions/{number}/rejected.xlsx")
    @Allowed(value = Allowed.To.ROLES, roles = Role.DATA_STEWARD)
    void rejected(
            Actor actor,
            @PathVariable UUID dataset,
            @PathVariable int number,
            @RequestParam(defaultValue = "zh") String lang,
            @RequestBody TakenRows taken,
            HttpServletResponse to)
            throws IOException {
        Dataset own = datasets.own(actor, dataset);
        Language language = lang.equals("en") ? Language.EN : Language.ZH;
        OpeningWish why = new OpeningWish(taken.reason(), taken.words());
        rejected.send(actor, own, versions.one(own, number), why, taken.passphrase(), language, to);
    }
}
