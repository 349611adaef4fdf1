package cn.mingjian.server.schedule;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.dataset.ModelData;
import cn.mingjian.server.delivery.Brought;
import cn.mingjian.server.delivery.Deliveries;
import cn.mingjian.server.delivery.Readiness;
import cn.mingjian.server.problem.Failure;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.run.RunOrders;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Orders the runs of schedules that are due, by the system, in the name of whoever ordered the schedule. A run, the note
 * that it was ordered and the next day are one transaction: a server that dies in between orders neither twice nor never.
 */
@Component
class ScheduledRuns {

    private final Schedules schedules;
    private final ScheduleOrders orders;
    private final RunOrders runs;
    private final Deliveries deliveries;
    private final Readiness readiness;
    private final ModelData datasets;
    private final Orderers orderers;
    private final JdbcClient database;
    private final JsonMapper json;
    private final Acts acts;

    ScheduledRuns(
            Schedules schedules,
            ScheduleOrders orders,
            RunOrders runs,
            Deliveries deliveries,
            Readiness readiness,
            ModelData datasets,
            Orderers orderers,
            JdbcClient database,
            JsonMapper json,
            Acts acts) {
        this.schedules = schedules;
        this.orders = orders;
        this.runs = runs;
        this.deliveries = deliveries;
        this.readiness = readiness;
        this.datasets = datasets;
        this.orderers = orderers;
        this.database = database;
        this.json = json;
        this.acts = acts;
    }

    /** Orders all that is due now. */
    void orderAll() {
        for (Schedule schedule : schedules.dueWithoutScope(orders.today())) {
            order(schedule, () -> data(schedule));
        }
        for (Schedule schedule : schedules.waitingWithoutScope()) {
            if (schedule.onDatasets()) {
                versionsArrived(schedule);
            } else {
                deliveriesArrived(schedule);
            }
        }
    }

    /** What is named, or the newest on which the model can run. */
    private Optional<ScheduledData> data(Schedule schedule) {
        if (schedule.onDatasets()) {
            ModelData.Newest newest = datasets.newest(schedule.system(), schedule.model());
            return newest.runs() ? Optional.of(ScheduledData.of(newest, List.of())) : Optional.empty();
        }
        if (schedule.delivery() != null) {
            return Optional.of(ScheduledData.of(deliveries.find(schedule.system(), schedule.delivery())));
        }
        return deliveries.ready(schedule.system(), null).stream()
                .filter(brought -> readiness.runs(schedule.model(), brought))
                .map(ScheduledData::of)
                .findFirst();
    }

    private void deliveriesArrived(Schedule schedule) {
        for (Brought arrived : deliveries.ready(schedule.system(), schedule.since())) {
            if (!schedules.triedWithoutScope(schedule.id(), arrived.id())) {
                arrived(schedule, ScheduledData.of(arrived), readiness.runs(schedule.model(), arrived));
            }
        }
    }

    /** What arrives together is run on together. */
    private void versionsArrived(Schedule schedule) {
        ModelData.Newest newest = datasets.newest(schedule.system(), schedule.model());
        List<UUID> arrived = datasets.arrivedWithoutScope(newest.bound(), schedule.since()).stream()
                .filter(version -> !schedules.triedVersionWithoutScope(schedule.id(), version))
                .toList();
        if (!arrived.isEmpty()) {
            arrived(schedule, ScheduledData.of(newest, arrived), newest.runs());
        }
    }

    private void arrived(Schedule schedule, ScheduledData data, boolean runs) {
        if (runs) {
            order(schedule, () -> Optional.of(data));
        } else {
            acts.note(schedule.system(), () -> tried(schedule, data, null, List.of()));
        }
    }

    private void order(Schedule schedule, Supplier<Optional<ScheduledData>> on) {
        @Nullable ScheduledData data = null;
        try {
            if (!orderers.worksThere(schedule)) {
                throw Refusal.conflict("server.schedule-orderer-gone");
            }
            data = on.get().orElse(null);
            if (data == null) {
                throw Refusal.conflict("server.schedule-no-data");
            }
            ScheduledData found = data;
            LocalDate asOf = asOf(schedule, found);
            Act act = Act.of("schedule.run", "schedule", schedule.id()).with("by", "system");
            acts.write(schedule.system(), act, () -> {
                if (schedules.heldWithoutScope(schedule.id()).isPresent()) {
                    UUID run = runs.order(schedule.system(), schedule.wish(found, asOf), schedule.id());
                    tried(schedule, found, run, List.of());
                    goOn(schedule);
                }
            });
        } catch (Refusal refusal) {
            refused(schedule, data, refusal.problems());
        } catch (ProblemException problem) {
            refused(schedule, data, problem.problems());
        }
    }

    private LocalDate asOf(Schedule schedule, ScheduledData data) {
        LocalDate today = orders.today();
        return switch (schedule.asOf()) {
            case RUN_DAY -> today;
            case DATA_END -> data.end().filter(day -> !day.isAfter(today)).orElse(today);
        };
    }

    private void refused(Schedule schedule, @Nullable ScheduledData data, List<Problem> problems) {
        List<Problem> told =
                problems.isEmpty() ? List.of(Problem.error(Place.of(""), "server.schedule-no-data")) : problems;
        Act act = Act.of("schedule.refused", "schedule", schedule.id())
                .with("by", "system")
                .with("code", told.get(0).code());
        acts.write(schedule.system(), act, () -> {
            if (schedules.heldWithoutScope(schedule.id()).isPresent()) {
                tried(schedule, data, null, told);
                goOn(schedule);
            }
        });
    }

    private void tried(Schedule schedule, @Nullable ScheduledData data, @Nullable UUID run, List<Problem> problems) {
        List<UUID> arrived = data == null ? List.of() : data.arrived();
        database.sql("insert into schedule_try (schedule_id, tried_at, delivery_id, versions, run_id, problems)"
                        + " values (?, now(), ?, ?, ?, cast(? as jsonb))")
                .params(Arrays.asList(
                        schedule.id(),
                        data == null ? null : data.delivery(),
                        arrived.toArray(UUID[]::new),
                        run,
                        json.writeValueAsString(Failure.of(problems).problems())))
                .update();
    }

    private void goOn(Schedule schedule) {
        switch (schedule.occasion()) {
            case ONCE ->
                database.sql("update schedule set state = 'ENDED', next_day = null where id = ?")
                        .param(schedule.id())
                        .update();
            case MONTHLY -> {
                int day = schedule.dayOfMonth() == null ? 1 : schedule.dayOfMonth();
                database.sql("update schedule set next_day = ? where id = ?")
                        .params(Occasion.nextMonthly(day, orders.today().plusDays(1)), schedule.id())
                        .update();
            }
            case ARRIVAL -> {
                // It waits for the next one.
            }
        }
    }
}
