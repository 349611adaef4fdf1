package cn.mingjian.server.request;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Scope;
import cn.mingjian.server.delivery.Brought;
import cn.mingjian.server.page.Page;
import cn.mingjian.server.problem.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The delivery calendar of departments: what is expected, and what arrived. What writes is only to be called inside an act. */
@Component
class ExpectedDeliveries {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String SELECT = """
            select expected_delivery.*, last.arrived_on, last.delivery_id as last_delivery,
                (select count(*) from arrival where expected_id = expected_delivery.id) as arrivals
            from expected_delivery
            left join lateral (select arrived_on, delivery_id from arrival
                where expected_id = expected_delivery.id order by due desc limit 1) last on true
            where\s""";

    private final JdbcClient database;
    private final Needs needs;
    private final Clock clock;

    ExpectedDeliveries(JdbcClient database, Needs needs, Clock clock) {
        this.database = database;
        this.needs = needs;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(CHINA));
    }

    /** What is expected, the next due first. */
    Page<ExpectedDelivery> list(Actor actor, Page.Wish wish) {
        Map<String, Object> parameters = new HashMap<>(Scope.of(actor));
        long total = database.sql("select count(*) from expected_delivery where not ended and " + Scope.SQL)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("size", wish.size());
        parameters.put("offset", wish.offset());
        List<ExpectedDelivery> found = database.sql(SELECT + "not ended and " + Scope.SQL
                        + " order by next_due nulls last, provider, id limit :size offset :offset")
                .params(parameters)
                .query((row, i) -> read(row))
                .list();
        return Page.of(wish, total, found);
    }

    /** What is due by a day, or should have been here, the earliest first. */
    List<ExpectedDelivery> due(Actor actor, LocalDate until, int most) {
        return database.sql(SELECT + "not ended and next_due <= :until and " + Scope.SQL
                        + " order by next_due, id limit :most")
                .param("until", until)
                .param("most", most)
                .params(Scope.of(actor))
                .query((row, i) -> read(row))
                .list();
    }

    /** A line of the calendar, if it is the actor's. */
    ExpectedDelivery find(Actor actor, UUID id) {
        return database.sql(SELECT + "id = :id and " + Scope.SQL)
                .param("id", id)
                .params(Scope.of(actor))
                .query((row, i) -> read(row))
                .optional()
                .orElseThrow(Refusal::notThere);
    }

    void add(UUID id, Actor actor, ExpectedWish.Checked wish) {
        database.sql("""
                        insert into expected_delivery
                            (id, office_id, department_id, made_by, made_at, provider, contracts, rhythm,
                             first_due, next_due, remarks, request_id)
                        values (:id, :office, :department, :by, :now, :provider, :contracts, :rhythm,
                             :first, :first, :remarks, :request)
                        """)
                .params(said(wish))
                .param("id", id)
                .param("office", actor.office())
                .param("department", actor.department())
                .param("by", actor.id())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("first", wish.firstDue())
                .param("request", wish.request(), Types.OTHER)
                .update();
    }

    /** Changes a line; its next due day follows from the first one and from what arrived. */
    void change(ExpectedDelivery before, ExpectedWish.Checked wish) {
        @Nullable
        LocalDate last = database.sql("select max(due) as due from arrival where expected_id = ?")
                .param(before.id())
                .query((row, i) -> row.getObject("due", LocalDate.class))
                .optional()
                .orElse(null);
        LocalDate next = last == null
                ? wish.firstDue()
                : wish.rhythm().after(wish.firstDue(), last).orElse(null);
        int changed = database.sql("""
                        update expected_delivery set provider = :provider, contracts = :contracts, rhythm = :rhythm,
                            first_due = :first, next_due = :next, remarks = :remarks where id = :id and not ended
                        """)
                .params(said(wish))
                .param("first", wish.firstDue())
                .param("next", next, Types.DATE)
                .param("id", before.id())
                .update();
        if (changed == 0) {
            throw Refusal.conflict("request.nothing-expected");
        }
    }

    private static Map<String, Object> said(ExpectedWish.Checked wish) {
        return Map.of(
                "provider", wish.provider(),
                "contracts", wish.contracts().toArray(String[]::new),
                "rhythm", wish.rhythm().name(),
                "remarks", wish.remarks());
    }

    /** Nothing more is expected of a line. */
    void end(UUID id) {
        database.sql("update expected_delivery set ended = true, next_due = null where id = ?")
                .param(id)
                .update();
    }

    /** What was due arrived. */
    void arrived(ExpectedDelivery expected, LocalDate on, @Nullable UUID delivery, int by) {
        LocalDate due = expected.nextDue();
        if (due == null) {
            throw Refusal.conflict("request.nothing-expected");
        }
        database.sql("insert into arrival values (:id, :due, :on, :delivery, :by)")
                .param("id", expected.id())
                .param("due", due)
                .param("on", on)
                .param("delivery", delivery, Types.OTHER)
                .param("by", by)
                .update();
        LocalDate from = on.isAfter(due) ? on : due;
        database.sql("update expected_delivery set next_due = ? where id = ?")
                .param(1, expected.rhythm().after(expected.firstDue(), from).orElse(null), Types.DATE)
                .param(2, expected.id())
                .update();
    }

    /** Takes the last tick back: what was due then is due again. */
    void takeBack(ExpectedDelivery expected) {
        LocalDate due = database.sql("delete from arrival where expected_id = :id and due ="
                        + " (select max(due) from arrival where expected_id = :id) returning due")
                .param("id", expected.id())
                .query(LocalDate.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("request.nothing-arrived"));
        database.sql("update expected_delivery set next_due = ? where id = ? and not ended")
                .params(due, expected.id())
                .update();
    }

    /**
     * A delivery arrived: it ticks off what its department expects of these tables about now, and what was agreed by the
     * request whose form it is.
     */
    void arrivedWithoutScope(Brought delivery, @Nullable String form, Set<String> contracts, LocalDate on) {
        database
                .sql(SELECT + """
                        not ended and next_due is not null and office_id = :office
                        and (department_id = :department and contracts && cast(:contracts as text[])
                            or request_id = (select id from data_request where form_number = :form))
                        order by next_due""")
                .param("office", delivery.office())
                .param("department", delivery.department())
                .param("contracts", contracts.toArray(String[]::new))
                .param("form", form, Types.VARCHAR)
                .query((row, i) -> read(row))
                .list()
                .stream()
                .filter(expected ->
                        expected.nextDue() != null && expected.rhythm().counts(expected.nextDue(), on))
                .forEach(expected -> arrived(expected, on, delivery.id(), delivery.by()));
    }

    /** Arrivals since a time, the newest first. */
    List<ExpectedDelivery> arrived(Actor actor, Instant since, int most) {
        return database.sql(SELECT + "last.arrived_on >= :since and " + Scope.SQL
                        + " order by last.arrived_on desc, id limit :most")
                .param("since", LocalDate.ofInstant(since, CHINA))
                .param("most", most)
                .params(Scope.of(actor))
                .query((row, i) -> read(row))
                .list();
    }

    private ExpectedDelivery read(ResultSet row) throws SQLException {
        List<String> contracts = DataRequests.texts(row.getArray("contracts"));
        LocalDate next = row.getObject("next_due", LocalDate.class);
        return new ExpectedDelivery(
                row.getObject("id", UUID.class),
                row.getString("provider"),
                contracts,
                contracts.stream().map(needs::title).toList(),
                Rhythm.valueOf(row.getString("rhythm")),
                row.getObject("first_due", LocalDate.class),
                next,
                next != null && next.isBefore(today()),
                row.getString("remarks"),
                row.getObject("request_id", UUID.class),
                row.getObject("arrived_on", LocalDate.class),
                row.getObject("last_delivery", UUID.class),
                row.getInt("arrivals"));
    }
}
