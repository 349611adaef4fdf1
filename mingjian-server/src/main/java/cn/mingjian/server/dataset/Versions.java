package cn.mingjian.server.dataset;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Scope;
import cn.mingjian.server.dataset.StatedCoverage.Complete;
import cn.mingjian.server.dataset.Version.Load;
import cn.mingjian.server.problem.Failure.Told;
import cn.mingjian.server.problem.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The versions of datasets, as they are read. Whoever asks for them was given the dataset. */
@Component
class Versions {

    private static final String SELECT = "select v.*, d.office_id, d.department_id,"
            + " (select name from account where id = v.brought_by) as bringer,"
            + " (select name from account where id = v.destroyed_by) as destroyer"
            + " from dataset_version v join dataset d on d.id = v.dataset_id where ";

    private final JdbcClient database;
    private final JsonMapper json;

    Versions(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The versions of a dataset, newest first. */
    List<Version> of(Dataset dataset) {
        return database.sql(SELECT + "v.dataset_id = ? order by v.number desc")
                .param(dataset.id())
                .query(Versions::read)
                .list();
    }

    /** The newest version of each dataset that a run can use. */
    List<Version> newestReady(Collection<Dataset> datasets) {
        return database.sql(SELECT + "v.id in (select distinct on (dataset_id) id from dataset_version"
                        + " where dataset_id = any(?) and state = 'READY' order by dataset_id, number desc)")
                .param(datasets.stream().map(Dataset::id).toArray(UUID[]::new))
                .query(Versions::read)
                .list();
    }

    Version one(Dataset dataset, int number) {
        return database.sql(SELECT + "v.dataset_id = ? and v.number = ?")
                .params(dataset.id(), number)
                .query(Versions::read)
                .optional()
                .orElseThrow(Refusal::notThere);
    }

    Optional<Version> findWithoutScope(UUID id) {
        return database.sql(SELECT + "v.id = ?").param(id).query(Versions::read).optional();
    }

    /** Versions whose taking in has not ended, in the order of the queue. */
    List<Version> readingWithoutScope() {
        return database.sql(SELECT + "v.state = 'READING' order by v.brought_at, v.id")
                .query(Versions::read)
                .list();
    }

    /** The last version of each dataset of the actor's department that came with some headings and was no mending. */
    List<Version> lastOfHeadings(Actor actor, String signature) {
        return database.sql(SELECT + Scope.SQL + " and v.id in (select distinct on (dataset_id) id from dataset_version"
                        + " where signature = :signature and state = 'READY' and mends is null"
                        + " order by dataset_id, number desc)")
                .param("signature", signature)
                .params(Scope.of(actor))
                .query(Versions::read)
                .list();
    }

    /** The versions that were ordered from a delivery, whatever became of them. */
    List<Version> orderedWithoutScope(UUID delivery) {
        return database.sql(SELECT + "v.delivery_id = ? order by v.brought_at, v.id")
                .param(delivery)
                .query(Versions::read)
                .list();
    }

    /** Whether a version of a dataset waits or is taken in. */
    boolean reads(UUID dataset) {
        return database.sql("select exists (select 1 from dataset_version where dataset_id = ? and state = 'READING')")
                .param(dataset)
                .query(Boolean.class)
                .single();
    }

    /** The newest version of a dataset that is there and brought no mended rows, with its quality. */
    Optional<Version> newestWhole(Dataset dataset) {
        return database.sql(SELECT + "v.dataset_id = ? and v.state = 'READY' and v.mends is null"
                        + " order by v.number desc limit 1")
                .param(dataset.id())
                .query(Versions::read)
                .optional();
    }

    /** Whether a version that is there begins with the parts of this one. */
    boolean carriedOn(Version version) {
        return database.sql("select exists (select 1 from dataset_version where dataset_id = ? and base = ?"
                        + " and state in ('READY', 'READING'))")
                .params(version.dataset(), version.number())
                .query(Boolean.class)
                .single();
    }

    /** How many versions a dataset has that are there for use. */
    int ready(Dataset dataset) {
        return database.sql("select count(*) from dataset_version where dataset_id = ? and state = 'READY'")
                .param(dataset.id())
                .query(Integer.class)
                .single();
    }

    /** How good a version is, where it was taken in. */
    Optional<QualityShown> quality(Version version) {
        return database.sql("select quality from dataset_version where id = ? and quality is not null")
                .param(version.id())
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, QualityShown.class));
    }

    /** What a person should know of a version. */
    List<Told> problems(Version version) {
        return database.sql("select problems from dataset_version where id = ?")
                .param(version.id())
                .query((row, i) -> json.readValue(row.getString(1), new TypeReference<List<Told>>() {}))
                .single();
    }

    /** How its table is read. */
    Recipe recipe(Version version) {
        return json.readValue(
                database.sql("select recipe from dataset_version where id = ?")
                        .param(version.id())
                        .query(String.class)
                        .single(),
                Recipe.class);
    }

    /** Whether a version is there for use. */
    boolean readyWithoutScope(UUID dataset, int number) {
        return database.sql("select exists (select 1 from dataset_version where dataset_id = ? and number = ?"
                        + " and state = 'READY')")
                .params(dataset, number)
                .query(Boolean.class)
                .single();
    }

    /** The signatures of tables of a delivery that were taken in. */
    List<String> takenWithoutScope(UUID delivery) {
        return database.sql("select distinct signature from dataset_version where delivery_id = ? and state = 'READY'")
                .param(delivery)
                .query(String.class)
                .list();
    }

    private static Version read(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getObject("id", UUID.class),
                row.getObject("dataset_id", UUID.class),
                row.getInt("office_id"),
                row.getInt("department_id"),
                row.getInt("number"),
                Load.valueOf(row.getString("load_kind")),
                row.getObject("base", Integer.class),
                row.getObject("mends", Integer.class),
                VersionState.valueOf(row.getString("state")),
                new StatedCoverage(
                        row.getObject("coverage_from", LocalDate.class),
                        row.getObject("known_until", LocalDate.class),
                        Datasets.texts(row, "regions"),
                        Complete.valueOf(row.getString("complete")),
                        row.getString("stated_by")),
                row.getObject("delivery_id", UUID.class),
                row.getString("signature"),
                Datasets.texts(row, "files"),
                row.getObject("rows", Long.class),
                row.getObject("rejected", Long.class),
                row.getBoolean("poor"),
                row.getString("digest"),
                row.getInt("brought_by"),
                row.getString("bringer"),
                row.getObject("brought_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"),
                row.getString("destroyer"),
                instant(row, "destroyed_at"),
                row.getString("destroy_reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
