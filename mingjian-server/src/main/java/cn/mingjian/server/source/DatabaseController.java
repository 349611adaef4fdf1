package cn.mingjian.server.source;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.source.Fetch.FetchPage;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tables of databases of other systems: which there are, and fetching one as a delivery. */
@RestController
@RequestMapping("/api/v1/sources")
class DatabaseController {

    private final Databases databases;
    private final Fetches fetches;

    DatabaseController(Databases databases, Fetches fetches) {
        this.databases = databases;
        this.fetches = fetches;
    }

    /** A database, by the name that the settings give it. */
    record DatabaseRow(String name) {}

    /** Which table is to be fetched. */
    record FetchWish(String schema, String name) {

        FetchWish {
            Objects.requireNonNull(schema);
            Objects.requireNonNull(name);
        }
    }

    @GetMapping("/databases")
    @Allowed(value = Allowed.To.ROLES, roles = Role.DATA_STEWARD)
    List<DatabaseRow> databases(Actor actor) {
        return databases.of(actor).stream()
                .map(database -> new DatabaseRow(database.name()))
                .toList();
    }

    @GetMapping("/databases/{database}/tables")
    @Allowed(value = Allowed.To.ROLES, roles = Role.DATA_STEWARD)
    List<OutsideTable> tables(Actor actor, @PathVariable String database) {
        return databases.tables(databases.one(actor, database));
    }

    /** Fetches a table behind the request. */
    @PostMapping("/databases/{database}/fetches")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(value = Allowed.To.ROLES, roles = Role.DATA_STEWARD)
    FetchPage fetch(Actor actor, @PathVariable String database, @RequestBody FetchWish wish) {
        return fetches.order(actor, databases.one(actor, database), wish.schema(), wish.name())
                .page();
    }

    @GetMapping("/fetches/{fetch}")
    @Allowed(value = Allowed.To.ROLES, roles = Role.DATA_STEWARD)
    FetchPage progress(Actor actor, @PathVariable UUID fetch) {
        return fetches.find(actor, fetch).page();
    }

    @PostMapping("/fetches/{fetch}/stop")
    @Allowed(value = Allowed.To.ROLES, roles = Role.DATA_STEWARD)
    FetchPage stop(Actor actor, @PathVariable UUID fetch) {
        Fetch found = fetches.find(actor, fetch);
        found.stop();
        return found.page();
    }
}
