package cn.mingjian.server.delivery;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Scope;
import cn.mingjian.server.delivery.Brought.Documents;
import cn.mingjian.server.problem.Refusal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The deliveries of departments. What writes is only to be called inside an act. */
@Component
public class Deliveries {

    private static final int MOST_WAITING = 20;
    private static final String THERE = "state <> 'REMOVED'";

    private final JdbcClient database;
    private final DeliveryFiles files;
    private final Clock clock;

    Deliveries(JdbcClient database, DeliveryFiles files, Clock clock) {
        this.database = database;
        this.files = files;
        this.clock = clock;
    }

    /**
     * A delivery that a model can run on.
     *
     * @param data the folder that {@code Binding.open} takes: the files as delivered, or the rows of documents
     */
    public record Opened(UUID id, String kind, String title, Path data) {}

    /** A delivery to run on; refuses while it is still read, or when it failed. */
    public Opened open(Actor actor, UUID id) {
        return opened(find(actor, id));
    }

    /** The same for a run that was ordered on it by whoever could open it then. */
    public Opened openWithoutScope(UUID id) {
        return opened(database.sql("select * from delivery where id = ? and " + THERE)
                .param(id)
                .query((row, i) -> read(row))
                .optional()
                .orElseThrow(Refusal::notThere));
    }

    private Opened opened(Brought brought) {
        return switch (brought.state()) {
            case READING -> throw Refusal.conflict("server.delivery-not-ready");
            case FAILED -> throw Refusal.conflict("server.delivery-failed");
            case READY -> new Opened(brought.id(), brought.kind().word(), brought.title(), data(brought));
        };
    }

    /** The registers of a delivery that is the actor's, as they lie on the disk; their files never change. */
    public Opened registers(Actor actor, UUID id) {
        return registers(find(actor, id));
    }

    /** The same for an import that was ordered on it by whoever could open it then. */
    public Opened registersWithoutScope(UUID id) {
        return registers(database.sql("select * from delivery where id = ? and " + THERE)
                .param(id)
                .query((row, i) -> read(row))
                .optional()
                .orElseThrow(Refusal::notThere));
    }

    private Opened registers(Brought brought) {
        if (brought.kind().documents()) {
            throw Refusal.notThere();
        }
        return new Opened(brought.id(), brought.kind().word(), brought.title(), data(brought));
    }

    /** What models read of a delivery. */
    Path data(Brought brought) {
        return brought.kind().documents()
                ? files.read(brought.office(), brought.id()).resolve("rows")
                : files.files(brought.office(), brought.id());
    }

    /** Deliveries that are the actor's and on which no run was ordered yet, newest first. */
    public List<DeliveryRow> waiting(Actor actor) {
        return database.sql("select * from delivery where " + THERE + " and used_at is null and " + Scope.SQL
                        + " order by brought_at desc limit " + MOST_WAITING)
                .params(Scope.of(actor))
                .query((row, i) -> read(row).row())
                .list();
    }

    /**
     * Deliveries that are the actor's and can be run on, newest first.
     *
     * @param since only those that were brought later; null asks for all
     */
    public List<Brought> ready(Actor actor, @Nullable Instant since) {
        return database.sql("select * from delivery where state = 'READY' and brought_at > :since and " + Scope.SQL
                        + " order by brought_at desc limit " + MOST_WAITING)
                .param("since", (since == null ? Instant.EPOCH : since).atOffset(ZoneOffset.UTC))
                .params(Scope.of(actor))
                .query((row, i) -> read(row))
                .list();
    }

    /** Deliveries that are the actor's and were brought since a time, newest first. */
    public List<DeliveryRow> brought(Actor actor, Instant since) {
        return database.sql("select * from delivery where " + THERE + " and brought_at >= :since and " + Scope.SQL
                        + " order by brought_at desc limit " + MOST_WAITING)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .params(Scope.of(actor))
                .query((row, i) -> read(row).row())
                .list();
    }

    /** A run was ordered on a delivery: it waits no longer. */
    public void used(UUID id) {
        database.sql("update delivery set used_at = coalesce(used_at, ?) where id = ?")
                .params(now(), id)
                .update();
    }

    /** A delivery, if it is the actor's. */
    public Brought find(Actor actor, UUID id) {
        return database.sql("select * from delivery where id = :id and " + THERE + " and " + Scope.SQL)
                .param("id", id)
                .params(Scope.of(actor))
                .query((row, i) -> read(row))
                .optional()
                .orElseThrow(Refusal::notThere);
    }

    /** Deliveries whose reading a server that ended did not finish. */
    public List<Brought> readingWithoutScope() {
        return database.sql("select * from delivery where state = 'READING' order by brought_at")
                .query((row, i) -> read(row))
                .list();
    }

    /** Whether there ever was a delivery of a number, removed since or not. */
    public boolean knownWithoutScope(UUID id) {
        return database.sql("select exists(select 1 from delivery where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Whether a delivery is there. */
    public boolean thereWithoutScope(UUID id) {
        return database.sql("select exists(select 1 from delivery where id = ? and " + THERE + ")")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    void add(Brought brought) {
        database.sql("""
                        insert into delivery
                            (id, office_id, department_id, brought_by, brought_at, kind, way, title, state, files, bytes)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        brought.id(),
                        brought.office(),
                        brought.department(),
                        brought.by(),
                        brought.at().atOffset(ZoneOffset.UTC),
                        brought.kind().word(),
                        brought.way().name(),
                        brought.title(),
                        brought.state().name(),
                        brought.files(),
                        brought.bytes())
                .update();
    }

    /**
     * How far the documents of a delivery are read.
     *
     * @return false when the delivery was removed meanwhile
     */
    public boolean progress(UUID id, Documents documents) {
        return database.sql("""
                        update delivery set documents_of = ?, documents_read = ?, documents_unreadable = ?,
                            documents_doubtful = ? where id = ? and state = 'READING'
                        """)
                        .params(documents.of(), documents.read(), documents.unreadable(), documents.doubtful(), id)
                        .update()
                > 0;
    }

    /** A delivery was read. */
    public void ready(UUID id, @Nullable LocalDate latestDay) {
        database.sql("update delivery set state = 'READY', latest_day = :day where id = :id and state = 'READING'")
                .param("day", latestDay)
                .param("id", id)
                .update();
    }

    /** A delivery was read once more. */
    public void readyAgain(UUID id) {
        database.sql("update delivery set state = 'READY' where id = ? and state = 'READING'")
                .param(id)
                .update();
    }

    /** A delivery is read once more, because somebody set something right in it. */
    public void again(UUID id) {
        database.sql("update delivery set state = 'READING' where id = ? and state = 'READY'")
                .param(id)
                .update();
    }

    /** Whether a delivery is there and still to be read. */
    public boolean readsWithoutScope(UUID id) {
        return database.sql("select exists(select 1 from delivery where id = ? and state = 'READING')")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** A delivery cannot be used. */
    public void failed(UUID id, String problems) {
        database.sql("update delivery set state = 'FAILED', failure = ? where id = ? and state = 'READING'")
                .params(problems, id)
                .update();
    }

    /** A delivery is removed; its files go after the act, see {@link DeliveryFiles#remove}. */
    public void removed(UUID id) {
        database.sql("update delivery set state = 'REMOVED', title = '', failure = null where id = ?")
                .param(id)
                .update();
        for (String table :
                List.of("document_correction", "document", "delivered_file", "delivered_table", "delivery_look")) {
            database.sql("delete from " + table + " where delivery_id = ?")
                    .param(id)
                    .update();
        }
    }

    OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Brought read(ResultSet row) throws SQLException {
        return new Brought(
                row.getObject("id", UUID.class),
                row.getInt("office_id"),
                row.getInt("department_id"),
                row.getInt("brought_by"),
                DeliveryKind.of(row.getString("kind")).orElseThrow(),
                DeliveryWay.valueOf(row.getString("way")),
                row.getString("title"),
                DeliveryState.valueOf(row.getString("state")),
                row.getObject("brought_at", OffsetDateTime.class).toInstant(),
                row.getInt("files"),
                row.getLong("bytes"),
                Optional.ofNullable(row.getObject("latest_day", LocalDate.class)),
                new Documents(
                        row.getInt("documents_read"),
                        row.getInt("documents_unreadable"),
                        row.getInt("documents_doubtful"),
                        row.getInt("documents_of")),
                Optional.ofNullable(row.getString("failure")));
    }
}
