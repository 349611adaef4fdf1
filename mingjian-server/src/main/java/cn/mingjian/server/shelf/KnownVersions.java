package cn.mingjian.server.shelf;

import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Scope;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.installation.Packages;
import cn.mingjian.server.run.KeptPackages;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of models that this installation has known: those that a start found in the library, and those of runs. */
@Component
class KnownVersions {

    private static final Logger LOG = LoggerFactory.getLogger(KnownVersions.class);
    private static final Actor START = new Actor(0, Actor.Kind.SYSTEM, 0, 0, Set.of());

    private final JdbcClient database;
    private final KeptPackages kept;
    private final Packages packages;
    private final Acts acts;
    private final Clock clock;

    KnownVersions(JdbcClient database, KeptPackages kept, Packages packages, Acts acts, Clock clock) {
        this.database = database;
        this.kept = kept;
        this.packages = packages;
        this.acts = acts;
        this.clock = clock;
    }

    /** Notes the versions in the library that were not known, and keeps their texts. */
    @EventListener(ApplicationStartedEvent.class)
    void noteLibrary() {
        try {
            packages.all().stream().filter(pack -> !isNoted(pack.digest())).forEach(this::note);
        } catch (ProblemException e) {
            LOG.warn(
                    "A model of the library cannot be read; its version is not noted: {}",
                    e.problems().get(0).code());
        }
    }

    private boolean isNoted(String digest) {
        return database.sql("select exists (select 1 from model_version where digest = ?)")
                .param(digest)
                .query(Boolean.class)
                .single();
    }

    private void note(ModelPackage pack) {
        kept.keep(pack);
        Act act = Act.of("model.version", "model", pack.id())
                .with("version", pack.version())
                .with("digest", pack.digest());
        acts.write(START, act, () -> {
            database.sql("""
                            insert into model_version (digest, model, version, first_seen) values (?, ?, ?, ?)
                            on conflict (digest) do nothing
                            """)
                    .params(
                            pack.digest(),
                            pack.id(),
                            pack.version(),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        });
    }

    /** Those of a model, newest first, with the runs that the actor may see. */
    List<KnownVersion> of(Actor actor, ModelPackage now) {
        return database.sql("""
                        select digest, coalesce(noted.version, used.version) as version,
                            least(noted.first_seen, used.first_run) as first_seen, coalesce(used.runs, 0) as runs,
                            used.last_run
                        from (select * from model_version where model = :model) noted
                        full join (select digest, min(version) as version, min(ordered_at) as first_run,
                                count(*) as runs, max(ordered_at) as last_run
                            from run where model = :model and %s group by digest) used using (digest)
                        order by digest = :now desc, first_seen desc, digest
                        """.formatted(Scope.SQL))
                .param("model", now.id())
                .param("now", now.digest())
                .params(Scope.of(actor))
                .query((row, number) -> new KnownVersion(
                        row.getString("digest"),
                        row.getString("version"),
                        row.getObject("first_seen", OffsetDateTime.class).toInstant(),
                        row.getString("digest").equals(now.digest()),
                        row.getInt("runs"),
                        instant(row.getObject("last_run", OffsetDateTime.class))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
