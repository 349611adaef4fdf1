package cn.mingjian.server.schedule;

import cn.mingjian.model.Words;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.actor.Scope;
import cn.mingjian.server.page.Page;
import cn.mingjian.server.problem.Failure.Told;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.run.Purpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The schedules of departments, as they are read. */
@Component
class Schedules {

    private static final String SELECT =
            "select schedule.*, (select name from account where id = ordered_by) as orderer_name from schedule where ";
    private static final String BY_STATE = "array_position(array['ACTIVE', 'PAUSED', 'ENDED'], state)";
    private static final String LISTED = """
            select listed.*, last_try.tried_at, last_try.run_id, last_try.problems from (
                select schedule.*, (select name from account where id = ordered_by) as orderer_name
                from schedule where %s order by %s, next_day, ordered_at desc, id limit :size offset :offset) listed
            left join lateral (select * from schedule_try where schedule_id = listed.id
                and (run_id is not null or problems <> '[]') order by id desc limit 1) last_try on true
            order by %s, next_day, ordered_at desc, listed.id
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    Schedules(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Schedules that are the actor's: those that go on first, and of them the next ones. */
    Page<ScheduleRow> list(Actor actor, @Nullable String model, Page.Wish wish) {
        Map<String, Object> parameters = new HashMap<>(Scope.of(actor));
        String where = Scope.SQL;
        if (model != null) {
            where += " and model = :model";
            parameters.put("model", model);
        }
        long total = database.sql("select count(*) from schedule where " + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("size", wish.size());
        parameters.put("offset", wish.offset());
        List<ScheduleRow> rows = database.sql(LISTED.formatted(where, BY_STATE, BY_STATE))
                .params(parameters)
                .query((row, i) -> row(row, actor))
                .list();
        return Page.of(wish, total, rows);
    }

    /** A schedule, if it is the actor's. */
    Schedule find(Actor actor, UUID id) {
        return database.sql(SELECT + "id = :id and " + Scope.SQL)
                .param("id", id)
                .params(Scope.of(actor))
                .query((row, i) -> read(row))
                .optional()
                .orElseThrow(Refusal::notThere);
    }

    /** Who ordered it, while they are of the department, and the heads of the department and of the office. */
    static boolean mayChange(Actor actor, Schedule schedule) {
        boolean beside = actor.department() == schedule.department();
        return schedule.state() != ScheduleState.ENDED
                && (actor.holds(Set.of(Role.CHIEF))
                        || beside && (actor.id() == schedule.orderer() || actor.holds(Set.of(Role.DEPARTMENT_HEAD))));
    }

    /** Those whose day has come. */
    List<Schedule> dueWithoutScope(LocalDate today) {
        return database.sql(SELECT + "state = 'ACTIVE' and next_day <= ? order by next_day, id")
                .param(today)
                .query((row, i) -> read(row))
                .list();
    }

    /** Those that wait for data to arrive. */
    List<Schedule> waitingWithoutScope() {
        return database.sql(SELECT + "state = 'ACTIVE' and occasion = 'ARRIVAL' order by ordered_at")
                .query((row, i) -> read(row))
                .list();
    }

    /** A schedule, held until the transaction ends; none when it was paused or ended meanwhile. */
    Optional<Schedule> heldWithoutScope(UUID id) {
        return database.sql(SELECT + "id = ? and state = 'ACTIVE' for update")
                .param(id)
                .query((row, i) -> read(row))
                .optional();
    }

    /** Whether a schedule has had its try at the arrival of a version. */
    boolean triedVersionWithoutScope(UUID schedule, UUID version) {
        return database.sql("select exists (select 1 from schedule_try where schedule_id = ? and ? = any(versions))")
                .params(schedule, version)
                .query(Boolean.class)
                .single();
    }

    /** Whether a schedule has had its try at a delivery. */
    boolean triedWithoutScope(UUID schedule, UUID delivery) {
        return database.sql("select exists (select 1 from schedule_try where schedule_id = ? and delivery_id = ?)")
                .params(schedule, delivery)
                .query(Boolean.class)
                .single();
    }

    private ScheduleRow row(ResultSet row, Actor actor) throws SQLException {
        Schedule schedule = read(row);
        String problems = row.getString("problems");
        OffsetDateTime tried = row.getObject("tried_at", OffsetDateTime.class);
        return new ScheduleRow(
                schedule.id(),
                schedule.model(),
                schedule.title(),
                schedule.delivery(),
                schedule.onDatasets(),
                schedule.purpose(),
                schedule.purposeText(),
                schedule.asOf(),
                schedule.occasion(),
                schedule.dayOfMonth(),
                schedule.nextDay(),
                schedule.state(),
                schedule.orderedBy(),
                schedule.ordered(),
                tried == null ? null : tried.toInstant(),
                row.getObject("run_id", UUID.class),
                problems == null ? List.of() : json.readValue(problems, new TypeReference<List<Told>>() {}),
                mayChange(actor, schedule));
    }

    private Schedule read(ResultSet row) throws SQLException {
        return new Schedule(
                row.getObject("id", UUID.class),
                row.getInt("office_id"),
                row.getInt("department_id"),
                row.getString("model"),
                new Words(row.getString("title_zh"), row.getString("title_en")),
                row.getObject("delivery_id", UUID.class),
                row.getBoolean("on_datasets"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("purpose_text"),
                AsOf.valueOf(row.getString("as_of")),
                row.getString("as_of_reason"),
                json.readValue(row.getString("parameters"), new TypeReference<Map<String, String>>() {}),
                Occasion.valueOf(row.getString("occasion")),
                row.getObject("day_of_month", Integer.class),
                row.getObject("next_day", LocalDate.class),
                instant(row, "since"),
                ScheduleState.valueOf(row.getString("state")),
                row.getInt("ordered_by"),
                row.getString("orderer_name"),
                instant(row, "ordered_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
