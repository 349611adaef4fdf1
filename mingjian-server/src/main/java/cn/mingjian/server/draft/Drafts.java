package cn.mingjian.server.draft;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Scope;
import cn.mingjian.server.page.Page;
import cn.mingjian.server.problem.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The drafts of departments, read and, inside an act, written. */
@Component
class Drafts {

    private static final String ROW = "select id, name, origin, origin_version, revision, changed_at,"
            + " (select name from account where id = changed_by) as changer";

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    Drafts(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** The drafts that an actor may see, the one changed last first. */
    Page<DraftRow> list(Actor actor, Page.Wish wish) {
        long total = database.sql("select count(*) from draft where " + Scope.SQL)
                .params(Scope.of(actor))
                .query(Long.class)
                .single();
        List<DraftRow> rows = database.sql(ROW + " from draft where " + Scope.SQL
                        + " order by changed_at desc, id limit :size offset :offset")
                .params(Scope.of(actor))
                .param("size", wish.size())
                .param("offset", wish.offset())
                .query((row, number) -> row(row))
                .list();
        return Page.of(wish, total, rows);
    }

    /** A draft, if the actor may see it. */
    DraftPage find(Actor actor, UUID id) {
        return database.sql(ROW + ", files from draft where id = :id and " + Scope.SQL)
                .param("id", id)
                .params(Scope.of(actor))
                .query((row, number) -> new DraftPage(row(row), files(row.getString("files"))))
                .optional()
                .orElseThrow(Refusal::notThere);
    }

    /** A new draft of the actor's department. */
    UUID add(Actor actor, String name, @Nullable DraftOrigin origin, DraftText text) {
        UUID id = UUID.randomUUID();
        database.sql("insert into draft values (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        id,
                        actor.office(),
                        actor.department(),
                        name,
                        origin == null ? null : origin.model(),
                        origin == null ? null : origin.version(),
                        json.writeValueAsString(text.files()),
                        actor.id(),
                        now(),
                        actor.id(),
                        now()))
                .update();
        return id;
    }

    /** Saves all files at once; false when somebody has saved since that revision. */
    boolean save(Actor actor, UUID id, int revision, String name, DraftText text) {
        return database.sql("update draft set name = :name, files = :files, revision = revision + 1,"
                                + " changed_by = :changer, changed_at = :now"
                                + " where id = :id and revision = :revision and " + Scope.SQL)
                        .param("name", name)
                        .param("files", json.writeValueAsString(text.files()))
                        .param("changer", actor.id())
                        .param("now", now())
                        .param("id", id)
                        .param("revision", revision)
                        .params(Scope.of(actor))
                        .update()
                == 1;
    }

    /** Throws a draft away. */
    void remove(Actor actor, UUID id) {
        database.sql("delete from draft where id = :id and " + Scope.SQL)
                .param("id", id)
                .params(Scope.of(actor))
                .update();
    }

    private static DraftRow row(ResultSet row) throws SQLException {
        return new DraftRow(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("origin"),
                row.getString("origin_version"),
                row.getInt("revision"),
                row.getString("changer"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private List<DraftFile> files(String text) {
        return json.readValue(text, new TypeReference<List<DraftFile>>() {});
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }
}
