package cn.mingjian.server.identity;

import cn.mingjian.server.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the sign-ins that failed from an address, so that nobody tries one password with account after account. */
final class FailingAddresses {

    private final int most;
    private final Duration wait;
    private final Clock clock;
    private final Map<String, Tries> tries = new ConcurrentHashMap<>();

    private record Tries(Instant begun, int failures) {}

    FailingAddresses(SignInLimits limits, Clock clock) {
        this.most = limits.addressFailures();
        this.wait = Duration.ofMinutes(limits.minutes());
        this.clock = clock;
    }

    /** Refuses an address from which too many failed. */
    void refuseWaiting(String address) {
        Instant forgotten = clock.instant().minus(wait);
        tries.values().removeIf(known -> !known.begun().isAfter(forgotten));
        Tries known = tries.get(address);
        if (known != null && known.failures() >= most) {
            throw Refusal.of(429, "server.too-many-tries", wait.toMinutes());
        }
    }

    /** Counts one more. */
    void failed(String address) {
        tries.merge(
                address, new Tries(clock.instant(), 1), (known, one) -> new Tries(known.begun(), known.failures() + 1));
    }
}
