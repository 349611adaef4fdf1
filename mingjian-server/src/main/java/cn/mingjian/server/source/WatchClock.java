package cn.mingjian.server.source;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.source.SourceSettings.Watched;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every few seconds into the watched folders. Where nobody answers for a folder its files stay where they are. */
@Component
class WatchClock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WatchClock.class);
    private static final long EVERY_SECONDS = 2;

    private final Map<Watched, WatchedFolder> folders = new LinkedHashMap<>();
    private final Stewards stewards;
    private final FolderWatch watch;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "watched folders");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean running;

    WatchClock(SourceSettings settings, Stewards stewards, FolderWatch watch, Clock clock) {
        this.stewards = stewards;
        this.watch = watch;
        Duration quiet = Duration.ofSeconds(settings.limits().quietSeconds());
        settings.watched().forEach(watched -> folders.put(watched, new WatchedFolder(watched.folder(), quiet, clock)));
    }

    @Override
    public void start() {
        running = true;
        if (!folders.isEmpty()) {
            looking.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Whether a folder can be used as it stands on the disk. */
    boolean usable(Watched watched) {
        return Optional.ofNullable(folders.get(watched))
                .filter(WatchedFolder::usable)
                .isPresent();
    }

    private void look() {
        folders.forEach((watched, folder) -> stewards.system(watched)
                .filter(system -> folder.usable())
                .ifPresent(system -> look(system, watched, folder)));
    }

    private void look(Actor system, Watched watched, WatchedFolder folder) {
        try {
            for (ClaimedFile file : folder.claimed()) {
                goOn(system, watched, folder, file);
            }
            for (ClaimedFile file : folder.claim()) {
                goOn(system, watched, folder, file);
            }
        } catch (IOException | RuntimeException e) {
            LOG.error(
                    "A watched folder could not be looked at: {}", e.getClass().getName());
        }
    }

    /** What fails with one file stops no other; it is tried again at the next look. */
    private void goOn(Actor system, Watched watched, WatchedFolder folder, ClaimedFile file) {
        try {
            watch.goOn(system, watched, folder, file);
        } catch (IOException | RuntimeException e) {
            LOG.error(
                    "File {} of a watched folder could not be taken: {}",
                    file.id(),
                    e.getClass().getName());
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
