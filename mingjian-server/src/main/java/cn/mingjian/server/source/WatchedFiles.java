package cn.mingjian.server.source;

import cn.mingjian.model.Words;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of the files of watched folders. */
@Component
class WatchedFiles {

    private static final int SHOWN = 20;

    private final JdbcClient database;
    private final Clock clock;

    WatchedFiles(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What became of a file.
     *
     * @param delivery that it became, or was to become
     * @param taken false where it was refused
     * @param result what became of it, or why it was refused
     */
    record WatchedFile(UUID delivery, String name, boolean taken, Words result, Instant ended) {}

    /** Only to be called inside an act. */
    void add(Actor actor, SourceSettings.Watched watched, ClaimedFile file, @Nullable String digest, WatchedFile end) {
        database.sql("insert into watched_file values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        file.id(),
                        actor.office(),
                        actor.department(),
                        watched.folder().toString(),
                        file.name(),
                        digest,
                        end.taken(),
                        end.result().zh(),
                        end.result().en(),
                        end.ended().atOffset(ZoneOffset.UTC)))
                .update();
    }

    Optional<WatchedFile> findWithoutScope(UUID id) {
        return database.sql("select * from watched_file where id = ?")
                .param(id)
                .query(WatchedFiles::read)
                .optional();
    }

    /** Whether the same content was taken before for a department. */
    boolean takenBefore(Actor actor, String digest) {
        return database.sql("select exists (select 1 from watched_file where taken and sha256 = :digest and "
                        + Scope.SQL + ")")
                .param("digest", digest)
                .params(Scope.of(actor))
                .query(Boolean.class)
                .single();
    }

    /** The latest files of a folder of the actor's department. */
    List<WatchedFile> latest(Actor actor, SourceSettings.Watched watched) {
        return database.sql("select * from watched_file where folder = :folder and " + Scope.SQL
                        + " order by ended_at desc, id limit " + SHOWN)
                .param("folder", watched.folder().toString())
                .params(Scope.of(actor))
                .query(WatchedFiles::read)
                .list();
    }

    Instant now() {
        return clock.instant();
    }

    private static WatchedFile read(ResultSet row, int number) throws SQLException {
        return new WatchedFile(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getBoolean("taken"),
                new Words(row.getString("result_zh"), row.getString("result_en")),
                row.getObject("ended_at", OffsetDateTime.class).toInstant());
    }
}
