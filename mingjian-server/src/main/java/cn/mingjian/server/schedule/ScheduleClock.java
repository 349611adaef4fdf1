package cn.mingjian.server.schedule;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks now and then which schedules are due. All that decides stands in the database: a server that was down makes up at
 * its start for what it missed, once.
 */
@Component
class ScheduleClock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleClock.class);
    private static final long EVERY_SECONDS = 15;

    private final ScheduledRuns due;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "schedules");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean running;

    ScheduleClock(ScheduledRuns due) {
        this.due = due;
    }

    @Override
    public void start() {
        running = true;
        looking.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            due.orderAll();
        } catch (RuntimeException e) {
            LOG.error("Schedules could not be looked at: {}", e.getClass().getName());
        }
    }

    @Override
    public void stop() {
        running = false;
        looking.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
