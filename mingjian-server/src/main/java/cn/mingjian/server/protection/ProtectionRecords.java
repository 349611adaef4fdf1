package cn.mingjian.server.protection;

import cn.mingjian.model.Words;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.opening.OpeningKind;
import cn.mingjian.server.opening.OpeningReason;
import cn.mingjian.server.opening.OpeningWish;
import cn.mingjian.server.page.Page;
import cn.mingjian.server.protection.Week.PersonOpened;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is recorded of openings and files in the officer's own office. */
@Component
class ProtectionRecords {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MOST_FOUND = 200;
    private static final String OPENINGS = """
            from opening o join account a on a.id = o.account_id join department d on d.id = o.department_id
            left join run r on r.id = o.object_id
            where o.office_id = :office
            """;
    private static final String SHOWN = "select o.*, a.name, a.login, d.name_zh, d.name_en, r.title_zh, r.title_en ";
    private static final String FILES = """
            from audit_entry e join account a on a.id = e.actor_id
            where e.office_id = :office and jsonb_exists(cast(e.details as jsonb), 'file')
            """;

    private final JdbcClient database;
    private final Clock clock;

    ProtectionRecords(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Page<OpeningShown> openings(Actor actor, Page.Wish wish) {
        return page(
                wish,
                SHOWN,
                OPENINGS,
                "order by o.opened_at desc, o.id desc",
                Map.of("office", actor.office()),
                (row, i) -> opening(row));
    }

    /** The openings in which one of these digests was shown, newest first. */
    List<OpeningShown> openingsOf(Actor actor, Collection<String> digests) {
        return database.sql(SHOWN + OPENINGS
                        + " and exists(select 1 from opening_person p where p.opening_id = o.id and p.digest in (:digests))"
                        + " order by o.opened_at desc limit " + MOST_FOUND)
                .param("office", actor.office())
                .param("digests", digests)
                .query((row, i) -> opening(row))
                .list();
    }

    /** Keeps that a person was searched for. Only to be called inside an act. */
    void searched(Actor actor, OpeningWish why, int found) {
        database.sql("insert into person_search (office_id, account_id, searched_at, reason, words, found)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        actor.office(),
                        actor.id(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        why.reason().name(),
                        why.words(),
                        found)
                .update();
    }

    Page<FileTaken> files(Actor actor, Page.Wish wish) {
        return page(
                wish,
                "select e.*, a.name, a.login, cast(e.details as jsonb) ->> 'file' as kind,"
                        + " cast(cast(e.details as jsonb) ->> 'rows' as bigint) as row_count,"
                        + " cast(cast(e.details as jsonb) ->> 'sealed' as boolean) as sealed ",
                FILES,
                "order by e.number desc",
                Map.of("office", actor.office()),
                (row, i) -> new FileTaken(
                        row.getLong("number"),
                        at(row, "at"),
                        row.getString("name"),
                        row.getString("login"),
                        row.getString("act"),
                        reference(row.getString("object_id")),
                        row.getString("kind"),
                        row.getLong("row_count"),
                        row.getObject("sealed", Boolean.class)));
    }

    Week week(Actor actor) {
        Instant from = clock.instant().minus(WEEK);
        Map<String, Object> parameters = Map.of("office", actor.office(), "from", from.atOffset(ZoneOffset.UTC));
        List<PersonOpened> persons = database.sql("""
                        select a.name, a.login, coalesce(sum(x.things), 0) as things, coalesce(sum(x.limits), 0) as limits
                        from (select account_id, things, 0 as limits from opening
                                where office_id = :office and opened_at >= :from
                              union all select actor_id, 0, 1 from audit_entry
                                where office_id = :office and at >= :from and act = 'opening.limit') x
                        join account a on a.id = x.account_id
                        group by a.id, a.name, a.login order by things desc, a.login
                        """)
                .params(parameters)
                .query((row, i) -> new PersonOpened(
                        row.getString("name"), row.getString("login"), row.getLong("things"), row.getLong("limits")))
                .list();
        return new Week(
                from,
                count("opening o where o.office_id = :office and o.opened_at >= :from", parameters),
                persons.stream().mapToLong(PersonOpened::things).sum(),
                database.sql("select count(*) " + FILES + " and e.at >= :from")
                        .params(parameters)
                        .query(Long.class)
                        .single(),
                persons.stream().mapToLong(PersonOpened::limitsReached).sum(),
                count("opening_request where office_id = :office and asked_at >= :from", parameters),
                decided("('ALLOWED', 'USED')", parameters),
                decided("('REFUSED')", parameters),
                persons);
    }

    private long decided(String states, Map<String, Object> parameters) {
        return count(
                "opening_request where office_id = :office and asked_at >= :from and state in " + states, parameters);
    }

    private long count(String from, Map<String, Object> parameters) {
        return database.sql("select count(*) from " + from)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    private <T> Page<T> page(
            Page.Wish wish,
            String select,
            String from,
            String order,
            Map<String, Object> parameters,
            RowMapper<T> rows) {
        long total = database.sql("select count(*) " + from)
                .params(parameters)
                .query(Long.class)
                .single();
        Map<String, Object> paged = new HashMap<>(parameters);
        paged.put("size", wish.size());
        paged.put("offset", wish.offset());
        return Page.of(
                wish,
                total,
                database.sql(select + from + order + " limit :size offset :offset")
                        .params(paged)
                        .query(rows)
                        .list());
    }

    private static OpeningShown opening(ResultSet row) throws SQLException {
        @Nullable String title = row.getString("title_zh");
        return new OpeningShown(
                row.getLong("id"),
                at(row, "opened_at"),
                row.getString("name"),
                row.getString("login"),
                new Words(row.getString("name_zh"), row.getString("name_en")),
                OpeningKind.valueOf(row.getString("kind")),
                title == null ? null : new Words(title, row.getString("title_en")),
                reference(row.getString("object_id"))
                        + (row.getString("part").isEmpty() ? "" : " · " + reference(row.getString("part"))),
                row.getInt("things"),
                OpeningReason.valueOf(row.getString("reason")),
                row.getString("words"),
                JsonMapper.shared().readValue(row.getString("fields"), new TypeReference<List<String>>() {}),
                !row.getBoolean("counts"));
    }

    /** Enough of a number to find the thing by in its department, and too little to ask the server for it. */
    static String reference(String id) {
        return id.substring(0, Math.min(8, id.length()));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
