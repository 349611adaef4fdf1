package cn.mingjian.server.run;

import cn.mingjian.server.installation.MachineLimits;
import cn.mingjian.server.seal.Seal;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * The queue of runs. It stands in the database: a run enters it in the transaction that orders it, and one whose server
 * died is taken up again by the next. While the installation is locked it waits: a result could not be kept.
 */
@Component
class RunQueue implements SmartLifecycle {

    /** A server that was silent for four of these is dead: its runs begin anew half a minute after it, at the latest. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(4);

    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final OneTimeTask<Void> task;
    private final Scheduler scheduler;
    private final RunFiles files;
    private final Runs runs;
    private final LiveRuns live;
    private final Seal seal;
    private volatile boolean running;

    RunQueue(DataSource database, RunExecution execution, RunFiles files, Runs runs, LiveRuns live, Seal seal) {
        this.files = files;
        this.runs = runs;
        this.live = live;
        this.seal = seal;
        this.task = Tasks.oneTime("run")
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, Instant.now().plus(AGAIN)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> execution.execute(UUID.fromString(instance.getId())));
        this.scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(database), task)
                .threads(MachineLimits.runsAtOnce())
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(PATIENCE)
                .commitWhenAutocommitDisabled(false)
                .failureLogging(LogLevel.WARN, false)
                .build();
    }

    /** Puts a run at the end of the queue, in the present transaction. */
    void enter(UUID run) {
        scheduler.schedule(task.instance(run.toString()), Instant.now());
    }

    /** Looks at once whether there is something to do. */
    void look() {
        scheduler.triggerCheckForDueExecutions();
    }

    @Override
    public void start() {
        files.numberingKey();
        files.sweep(runs::acceptedWithoutScope);
        seal.whenUnlocked(scheduler::start);
        running = true;
    }

    /** Runs that go on are stopped and stay in the queue. */
    @Override
    public void stop() {
        running = false;
        live.stopAll();
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
