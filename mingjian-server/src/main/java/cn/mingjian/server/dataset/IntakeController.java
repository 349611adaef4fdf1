package cn.mingjian.server.dataset;

import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.dataset.IntakePage.Likely;
import cn.mingjian.server.dataset.IntakePage.TableFound;
import cn.mingjian.server.dataset.MappingPages.Numbered;
import cn.mingjian.server.dataset.Uses.Use;
import cn.mingjian.server.delivery.Deliveries;
import cn.mingjian.server.problem.Failure;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** From a delivered table to a version of a dataset: what it is, how it is mapped, and the order to take it in. */
@RestController
@RequestMapping("/api/v1/intake/{delivery}")
class IntakeController {

    private final Deliveries deliveries;
    private final FoundTables tables;
    private final Mappings mappings;
    private final Uses uses;
    private final Datasets datasets;
    private final Versions versions;
    private final IntakeOrders orders;
    private final ImportQueue queue;
    private final Catalogue catalogue;

    IntakeController(
            Deliveries deliveries,
            FoundTables tables,
            Mappings mappings,
            Uses uses,
            Datasets datasets,
            Versions versions,
            IntakeOrders orders,
            ImportQueue queue,
            Catalogue catalogue) {
        this.deliveries = deliveries;
        this.tables = tables;
        this.mappings = mappings;
        this.uses = uses;
        this.datasets = datasets;
        this.versions = versions;
        this.orders = orders;
        this.queue = queue;
        this.catalogue = catalogue;
    }

    /**
     * How a table is to be looked at.
     *
     * @param purposes models
     * @param dataset to which it comes, or null for a new one
     * @param recipe as a person changed it, or null at first
     */
    record MappingWish(
            String signature,
            String contract,
            List<String> purposes,
            @Nullable UUID dataset,
            @Nullable Recipe recipe) {

        MappingWish {
            Objects.requireNonNull(signature);
            Objects.requireNonNull(contract);
            purposes = List.copyOf(purposes);
        }
    }

    @GetMapping
    @Allowed(value = Allowed.To.ROLES, roles = Role.DATA_STEWARD)
    IntakePage tables(Actor actor, @PathVariable UUID delivery) {
        Deliveries.Opened opened = deliveries.registers(actor, delivery);
        Problems problems = new Problems();
        List<String> taken = versions.takenWithoutScope(delivery);
        List<TableFound> found = tables.in(opened.data(), problems).stream()
                .map(table -> found(actor, table, taken))
                .toList();
        return new IntakePage(
                delivery, opened.title(), found, Failure.of(problems.list()).problems());
    }

    private TableFound found(Actor actor, FoundTable table, List<String> taken) {
        List<String> headings = table.first().layout().headings().stream()
                .filter(heading -> !heading.isBlank())
                .toList();
        return new TableFound(
                table.signature(),
                table.labels(),
                headings,
                tables.guesses(table).stream()
                        .map(guess -> new Likely(
                                guess.contract().id(),
                                guess.contract().title(),
                                guess.layout().cells().size(),
                                headings.size()))
                        .toList(),
                mappings.contract(actor, table.signature()).orElse(null),
                taken.contains(table.signature()));
    }

    /** Proposes a mapping, or tries one, on the first rows; nothing is stored. */
    @PostMapping("/mapping")
    @Allowed(value = Allowed.To.ROLES, roles = Role.DATA_STEWARD)
    MappingPage mapping(Actor actor, @PathVariable UUID delivery, @RequestBody MappingWish wish) throws IOException {
        Contract contract = orders.contract(wish.contract());
        FoundTable table = tables.one(deliveries.registers(actor, delivery).data(), wish.signature());
        List<Use> used = uses.of(contract.id()).stream()
                .filter(use -> wish.purposes().contains(use.model()))
                .toList();
        Optional<Numbered> before = Optional.ofNullable(wish.dataset())
                .map(id -> datasets.own(actor, id))
                .flatMap(versions::newestWhole)
                .flatMap(last -> versions.quality(last).map(quality -> new Numbered(last.number(), quality)));
        return new MappingPages(contract, table, used, catalogue.today())
                .page(wish.recipe(), mappings.remembered(actor, contract.id(), table.signature()), before);
    }

    /** Orders that a table be taken in. */
    @PostMapping("/import")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(value = Allowed.To.ROLES, roles = Role.DATA_STEWARD)
    VersionPage take(Actor actor, @PathVariable UUID delivery, @RequestBody IntakeWish wish) {
        Version version = orders.order(actor, delivery, wish);
        queue.enter(version);
        return catalogue.page(actor, datasets.find(actor, version.dataset()), version, null);
    }
}
