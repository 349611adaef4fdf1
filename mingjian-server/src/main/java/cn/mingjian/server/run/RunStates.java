package cn.mingjian.server.run;

import cn.mingjian.engine.run.Json;
import cn.mingjian.engine.worker.RunAnswer;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.problem.Failure.Told;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The changes of a run's row, to be called inside an act. Whoever carries a run out changes it only while it is their
 * attempt: one that was stopped, or begun anew because its server seemed dead, is left alone.
 */
@Component
class RunStates {

    /** A run whose server dies as often as this is given up. */
    static final int MOST_ATTEMPTS = 3;

    private static final String MINE = " where id = ? and attempt = ? and state in ('IMPORTING', 'RUNNING')";

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    RunStates(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    void insert(UUID id, Actor actor, CheckedWish wish, ModelPackage pack, @Nullable UUID schedule) {
        database.sql("""
                        insert into run (id, office_id, department_id, model, version, digest, title_zh, title_en,
                            delivery_id, purpose, purpose_text, as_of, as_of_reason, parameters, state, ordered_by,
                            ordered_at, schedule_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), 'QUEUED', ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        id,
                        actor.office(),
                        actor.department(),
                        pack.id(),
                        pack.version(),
                        pack.digest(),
                        pack.title().zh(),
                        pack.title().en(),
                        wish.delivery(),
                        wish.purpose().name(),
                        wish.purposeText(),
                        wish.asOf(),
                        wish.asOfReason(),
                        json.writeValueAsString(wish.parameters()),
                        actor.id(),
                        now(),
                        schedule))
                .update();
    }

    /** A run is begun, or begun anew; false when it has ended or died too often. */
    boolean begin(UUID id) {
        return database.sql(
                                "update run set state = 'IMPORTING', attempt = attempt + 1 where id = ? and attempt - handed_back < ?"
                                        + " and state in ('QUEUED', 'IMPORTING', 'RUNNING')")
                        .params(id, MOST_ATTEMPTS)
                        .update()
                == 1;
    }

    /** The server ends: the run waits again, and the attempt does not count. */
    void handedBack(Run run) {
        database.sql("update run set state = 'QUEUED', handed_back = handed_back + 1" + MINE)
                .params(run.id(), run.attempt())
                .update();
    }

    /** The import is over. */
    void running(Run run) {
        database.sql("update run set state = 'RUNNING'" + MINE)
                .params(run.id(), run.attempt())
                .update();
    }

    /** Whether the run is still that attempt's to end; until the transaction ends nobody else can change it. */
    boolean stillMine(Run run) {
        return database.sql("select id from run" + MINE + " for update")
                .params(run.id(), run.attempt())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void done(
            Run run,
            RunAnswer answer,
            SortedMap<String, Long> grades,
            List<ImportedFile> imported,
            List<Told> problems) {
        database.sql("update run set state = 'DONE', ended_at = ?, clues = ?, grades = cast(? as jsonb),"
                        + " imported = cast(? as jsonb), problems = cast(? as jsonb), funnel = cast(? as json),"
                        + " fingerprint = ?" + MINE)
                .params(
                        now(),
                        grades.values().stream().mapToLong(Long::longValue).sum(),
                        json.writeValueAsString(grades),
                        json.writeValueAsString(imported),
                        json.writeValueAsString(problems),
                        Json.line(answer.funnel()),
                        answer.fingerprint(),
                        run.id(),
                        run.attempt())
                .update();
    }

    void failed(Run run, List<ImportedFile> imported, List<Told> problems) {
        database.sql("update run set state = 'FAILED', ended_at = ?, imported = cast(? as jsonb),"
                        + " problems = cast(? as jsonb)" + MINE)
                .params(
                        now(),
                        json.writeValueAsString(imported),
                        json.writeValueAsString(problems),
                        run.id(),
                        run.attempt())
                .update();
    }

    /** Somebody stops a run; false when it has ended. */
    boolean stopped(UUID id) {
        return database.sql("update run set state = 'STOPPED', ended_at = ? where id = ?"
                                + " and state in ('QUEUED', 'IMPORTING', 'RUNNING')")
                        .params(now(), id)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }
}
