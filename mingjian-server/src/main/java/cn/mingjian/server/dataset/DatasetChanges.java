package cn.mingjian.server.dataset;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.dataset.Version.Load;
import cn.mingjian.server.problem.Failure.Told;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The changes of datasets and their versions, to be called inside an act. */
@Component
class DatasetChanges {

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    DatasetChanges(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** A new dataset, of the actor's department. */
    void add(UUID id, Actor actor, String contract, DatasetWish wish) {
        database.sql("insert into dataset values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        id,
                        actor.office(),
                        actor.department(),
                        contract,
                        wish.title().strip(),
                        wish.origin().strip(),
                        wish.regions().toArray(String[]::new),
                        wish.authority().title().strip(),
                        wish.authority().number().strip(),
                        wish.authority().purposes().toArray(String[]::new),
                        wish.authority().until(),
                        wish.sharedWith().name(),
                        wish.destroyBy(),
                        actor.id(),
                        now()))
                .update();
    }

    void change(Dataset dataset, DatasetWish wish) {
        database.sql("update dataset set title = ?, origin = ?, regions = ?, authority_title = ?, authority_number = ?,"
                        + " authority_purposes = ?, authority_until = ?, shared_with = ?, destroy_by = ? where id = ?")
                .params(Arrays.asList(
                        wish.title().strip(),
                        wish.origin().strip(),
                        wish.regions().toArray(String[]::new),
                        wish.authority().title().strip(),
                        wish.authority().number().strip(),
                        wish.authority().purposes().toArray(String[]::new),
                        wish.authority().until(),
                        wish.sharedWith().name(),
                        wish.destroyBy(),
                        dataset.id()))
                .update();
    }

    /** What is ordered to be taken in. */
    record Ordered(
            UUID id,
            UUID dataset,
            Load load,
            @Nullable Integer base,
            @Nullable Integer mends,
            StatedCoverage coverage,
            UUID delivery,
            FoundTable table,
            Recipe recipe) {}

    /** A version that is to be taken in; gives its number. */
    int add(Actor actor, Ordered ordered) {
        StatedCoverage coverage = ordered.coverage();
        database.sql("select id from dataset where id = ? for update") // numbers are given one after the other
                .param(ordered.dataset())
                .query(UUID.class)
                .single();
        return database.sql("""
                        insert into dataset_version (id, dataset_id, number, load_kind, base, mends, state, coverage_from,
                            known_until, regions, complete, stated_by, delivery_id, signature, recipe, files,
                            brought_by, brought_at)
                        values (?, ?, (select coalesce(max(number), 0) + 1 from dataset_version where dataset_id = ?),
                            ?, ?, ?, 'READING', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        returning number
                        """)
                .params(Arrays.asList(
                        ordered.id(),
                        ordered.dataset(),
                        ordered.dataset(),
                        ordered.load().name(),
                        ordered.base(),
                        ordered.mends(),
                        coverage.from(),
                        coverage.knownUntil(),
                        coverage.regions().toArray(String[]::new),
                        coverage.complete().name(),
                        coverage.statedBy().strip(),
                        ordered.delivery(),
                        ordered.table().signature(),
                        json.writeValueAsString(ordered.recipe()),
                        ordered.table().labels().toArray(String[]::new),
                        actor.id(),
                        now()))
                .query(Integer.class)
                .single();
    }

    /** A version was taken in; false when it was stopped meanwhile. */
    boolean ready(Version version, long rows, QualityShown quality, List<Told> problems, String digest) {
        return database.sql("update dataset_version set state = 'READY', rows = ?, rejected = ?, poor = ?, quality = ?,"
                                + " problems = ?, digest = ?, ended_at = ? where id = ? and state = 'READING'")
                        .params(
                                rows,
                                quality.rejected(),
                                quality.poor(),
                                json.writeValueAsString(quality),
                                json.writeValueAsString(problems),
                                digest,
                                now(),
                                version.id())
                        .update()
                == 1;
    }

    /** A version could not be taken in, or was stopped; false when it had ended. */
    boolean failed(Version version, List<Told> problems) {
        return database.sql("update dataset_version set state = 'FAILED', problems = ?, ended_at = ?"
                                + " where id = ? and state = 'READING'")
                        .params(json.writeValueAsString(problems), now(), version.id())
                        .update()
                == 1;
    }

    /** A version is destroyed; what its row says stays as proof. */
    boolean destroyed(Actor actor, Version version, String reason) {
        return database.sql("update dataset_version set state = 'DESTROYED', destroyed_by = ?, destroyed_at = ?,"
                                + " destroy_reason = ? where id = ? and state in ('READY', 'FAILED', 'READING')")
                        .params(actor.id(), now(), reason, version.id())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }
}
