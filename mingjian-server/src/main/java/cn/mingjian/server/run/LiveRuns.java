package cn.mingjian.server.run;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The runs that this server carries out at this moment. */
@Component
class LiveRuns {

    private final Map<UUID, LiveRun> runs = new ConcurrentHashMap<>();

    /** An attempt begins; an earlier one of the same run, if it still goes on, is stopped. */
    void begin(LiveRun begun) {
        LiveRun earlier = runs.put(begun.run().id(), begun);
        if (earlier != null) {
            earlier.stop();
        }
    }

    /** An attempt is over. */
    void end(LiveRun ended) {
        runs.remove(ended.run().id(), ended);
    }

    Optional<LiveRun> find(UUID id) {
        return Optional.ofNullable(runs.get(id));
    }

    /** Stops a run, if it is carried out here; two seconds later its process is gone. */
    void stop(UUID id) {
        find(id).ifPresent(LiveRun::stop);
    }

    /** Stops all, because the server ends. */
    void stopAll() {
        runs.values().forEach(LiveRun::stop);
    }
}
