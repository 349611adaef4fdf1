package cn.mingjian.server.schedule;

import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.delivery.Deliveries;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.run.RunOrders;
import cn.mingjian.server.run.RunWish;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What people do with schedules: order, pause, let go on, end. */
@Component
class ScheduleOrders {

    /** Stands for a delivery that is still to come, where the rest of an order is checked. */
    private static final UUID TO_COME = new UUID(0, 0);

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int LAST_DAY = 31;

    private final Schedules schedules;
    private final Orderers orderers;
    private final RunOrders runs;
    private final Deliveries deliveries;
    private final JdbcClient database;
    private final JsonMapper json;
    private final Acts acts;
    private final Clock clock;

    ScheduleOrders(
            Schedules schedules,
            Orderers orderers,
            RunOrders runs,
            Deliveries deliveries,
            JdbcClient database,
            JsonMapper json,
            Acts acts,
            Clock clock) {
        this.schedules = schedules;
        this.orderers = orderers;
        this.runs = runs;
        this.deliveries = deliveries;
        this.database = database;
        this.json = json;
        this.acts = acts;
        this.clock = clock;
    }

    /** The day it is where the offices are. */
    LocalDate today() {
        return LocalDate.now(clock.withZone(CHINA));
    }

    UUID order(Actor actor, ScheduleWish wish) {
        LocalDate today = today();
        ModelPackage pack = runs.check(new RunWish(
                wish.model(),
                wish.delivery() == null ? TO_COME : wish.delivery(),
                List.of(),
                wish.purpose(),
                wish.purposeText(),
                today,
                wish.asOfReason(),
                wish.parameters()));
        Occasion occasion = checked(wish, today);
        if (wish.delivery() != null) {
            if (Boolean.TRUE.equals(wish.onDatasets())) {
                throw Refusal.bad("server.schedule-one-source");
            }
            deliveries.open(actor, wish.delivery());
        }
        UUID id = UUID.randomUUID();
        Act act = Act.of("schedule.order", "schedule", id)
                .with("model", pack.id())
                .with("occasion", occasion);
        acts.write(actor, act, () -> insert(id, actor, wish, pack, occasion, today));
        return id;
    }

    private static Occasion checked(ScheduleWish wish, LocalDate today) {
        Problems problems = new Problems();
        Occasion occasion = wish.occasion();
        if (occasion == null) {
            problems.error(Place.of("occasion"), "server.schedule-occasion-missing");
        }
        if (wish.asOf() == null) {
            problems.error(Place.of("asOf"), "server.run-as-of-missing");
        }
        if (occasion == Occasion.ONCE && (wish.day() == null || wish.day().isBefore(today))) {
            problems.error(Place.of("day"), "server.schedule-day");
        }
        Integer dayOfMonth = wish.dayOfMonth();
        if (occasion == Occasion.MONTHLY && (dayOfMonth == null || dayOfMonth < 1 || dayOfMonth > LAST_DAY)) {
            problems.error(Place.of("dayOfMonth"), "server.schedule-day-of-month", LAST_DAY);
        }
        if (occasion == Occasion.ARRIVAL && wish.delivery() != null) {
            problems.error(Place.of("delivery"), "server.schedule-arrival-of-one");
        }
        problems.throwIfErrors();
        return Objects.requireNonNull(occasion);
    }

    private void insert(
            UUID id, Actor actor, ScheduleWish wish, ModelPackage pack, Occasion occasion, LocalDate today) {
        Integer dayOfMonth = occasion == Occasion.MONTHLY ? wish.dayOfMonth() : null;
        LocalDate next = occasion == Occasion.ONCE
                ? wish.day()
                : dayOfMonth == null ? null : Occasion.nextMonthly(dayOfMonth, today);
        database.sql("""
                        insert into schedule (id, office_id, department_id, model, title_zh, title_en, delivery_id,
                            on_datasets, purpose, purpose_text, as_of, as_of_reason, parameters, occasion, day_of_month, next_day,
                            since, state, ordered_by, ordered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?, 'ACTIVE', ?, ?)
                        """)
                .params(Arrays.asList(
                        id,
                        actor.office(),
                        actor.department(),
                        pack.id(),
                        pack.title().zh(),
                        pack.title().en(),
                        wish.delivery(),
                        Boolean.TRUE.equals(wish.onDatasets()),
                        Objects.requireNonNull(wish.purpose()).name(),
                        Objects.requireNonNullElse(wish.purposeText(), "").strip(),
                        Objects.requireNonNull(wish.asOf()).name(),
                        Objects.requireNonNull(wish.asOfReason()).strip(),
                        json.writeValueAsString(Objects.requireNonNullElse(wish.parameters(), Map.of())),
                        occasion.name(),
                        dayOfMonth,
                        next,
                        now(),
                        actor.id(),
                        now()))
                .update();
    }

    void pause(Actor actor, UUID id) {
        change(actor, schedules.find(actor, id), "schedule.pause", "state = 'PAUSED'", "ACTIVE");
    }

    /**
     * Lets a paused one go on; what came meanwhile is left, and a day that went by is made up for. Where whoever ordered it
     * has left the department, it goes on in the name of whoever of the department lets it.
     */
    void resume(Actor actor, UUID id) {
        Schedule schedule = schedules.find(actor, id);
        if (orderers.worksThere(schedule)) {
            change(actor, schedule, "schedule.resume", "state = 'ACTIVE', since = now()", "PAUSED");
        } else if (actor.department() == schedule.department()) {
            change(
                    actor,
                    schedule,
                    "schedule.take-over",
                    "state = 'ACTIVE', since = now(), ordered_by = " + actor.id(),
                    "PAUSED");
        } else {
            throw Refusal.of(403, "server.schedule-of-department");
        }
    }

    void end(Actor actor, UUID id) {
        change(actor, schedules.find(actor, id), "schedule.end", "state = 'ENDED', next_day = null", null);
    }

    private void change(Actor actor, Schedule schedule, String act, String change, @Nullable String from) {
        if (schedule.state() == ScheduleState.ENDED
                || from != null && !schedule.state().name().equals(from)) {
            throw Refusal.conflict("server.schedule-state");
        }
        if (!Schedules.mayChange(actor, schedule)) {
            throw Refusal.of(403, "server.schedule-not-yours");
        }
        acts.write(actor, Act.of(act, "schedule", schedule.id()), () -> {
            int changed = database.sql("update schedule set " + change + " where id = ? and state = ?")
                    .params(schedule.id(), schedule.state().name())
                    .update();
            if (changed == 0) {
                throw Refusal.conflict("server.schedule-state");
            }
        });
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
