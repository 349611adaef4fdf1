package cn.mingjian.server.audit;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Scope;
import cn.mingjian.server.page.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The entries that an audit administrator looks through: acts of their office and of those below it; what the installation
 * did of itself is seen from an office that has none above.
 */
@Component
class AuditEntries {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int MOST_PEOPLE = 20;

    private static final String SCOPE = "(e.office_id in " + Scope.OFFICES_BELOW
            + " or e.office_id is null and exists"
            + " (select 1 from office top where top.id = :scopeOffice and top.parent_id is null))";

    private static final String SELECT = """
            select e.*, a.login, o.name as office_name,
                   case e.object when 'account' then (select login from account where id::text = e.object_id)
                                 when 'office' then (select name from office where id::text = e.object_id) end
                       as object_name,
                   coalesce((select jsonb_object_agg(d.id, jsonb_build_object(
                                        'zh', place.name || ' · ' || d.name_zh, 'en', place.name || ' · ' || d.name_en))
                               from department d join office place on place.id = d.office_id
                              where d.id in (cast(cast(e.details as jsonb) ->> 'department' as integer),
                                             cast(cast(e.details as jsonb) ->> 'fromDepartment' as integer),
                                             cast(cast(e.details as jsonb) ->> 'toDepartment' as integer))), '{}')
                       as departments
            from audit_entry e left join account a on a.id = e.actor_id left join office o on o.id = e.office_id
            where
            """ + SCOPE;

    private final JdbcClient database;
    private final JsonMapper json = JsonMapper.shared();

    AuditEntries(JdbcClient database) {
        this.database = database;
    }

    /** Which entries are listed; what is null is not asked. Days are those in China, both included. */
    record Filter(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String act,
            @Nullable String object,
            @Nullable String person) {}

    /** What there is to choose from. */
    record AuditChoices(List<String> acts, List<String> objects) {}

    Page<EntryRow> list(Actor actor, Filter filter, Page.Wish wish) {
        Map<String, Object> parameters = new HashMap<>(Scope.of(actor));
        StringBuilder where = new StringBuilder();
        narrow(where, parameters, " and e.at >= :from", "from", start(filter.from()));
        LocalDate until = filter.until();
        narrow(where, parameters, " and e.at < :until", "until", start(until == null ? null : until.plusDays(1)));
        narrow(where, parameters, " and e.act = :act", "act", filter.act());
        narrow(where, parameters, " and e.object = :object", "object", filter.object());
        narrow(
                where,
                parameters,
                " and e.actor_id = (select id from account where login = :person)",
                "person",
                filter.person());
        long total = database.sql("select count(*) from audit_entry e where " + SCOPE + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("size", wish.size());
        parameters.put("offset", wish.offset());
        List<EntryRow> rows = database.sql(SELECT + where + " order by e.number desc limit :size offset :offset")
                .params(parameters)
                .query(this::row)
                .list();
        return Page.of(wish, total, rows);
    }

    private static void narrow(
            StringBuilder where,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null && !value.equals("")) {
            where.append(condition);
            parameters.put(name, value);
        }
    }

    private static @Nullable OffsetDateTime start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(CHINA).toOffsetDateTime();
    }

    /** The kinds of acts and objects that were ever entered. */
    AuditChoices choices() {
        return new AuditChoices(distinct("act"), distinct("object"));
    }

    /** Steps from value to value along the index, which stays quick however long the chain is. */
    private List<String> distinct(String column) {
        return database.sql("""
                        with recursive step (value) as (
                            (select %1$s from audit_entry order by %1$s limit 1)
                            union all
                            select (select %1$s from audit_entry where %1$s > value order by %1$s limit 1)
                            from step where value is not null)
                        select value from step where value is not null
                        """.formatted(column)).query(String.class).list();
    }

    /** Logins that begin so, of the offices that are audited. */
    List<String> people(Actor actor, String beginning) {
        return database.sql("select login from account where starts_with(login, :beginning) and office_id in "
                        + Scope.OFFICES_BELOW + " order by login limit " + MOST_PEOPLE)
                .params(Scope.of(actor))
                .param("beginning", beginning.strip().toLowerCase(Locale.ROOT))
                .query(String.class)
                .list();
    }

    private EntryRow row(ResultSet row, int number) throws SQLException {
        return new EntryRow(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("login"),
                row.getString("office_name"),
                row.getString("act"),
                row.getString("object"),
                row.getString("object_id"),
                row.getString("object_name"),
                json.readValue(row.getString("details"), new TypeReference<>() {}),
                json.readValue(row.getString("departments"), new TypeReference<>() {}),
                row.getString("sha256"));
    }
}
