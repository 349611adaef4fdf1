import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long each kind of request took, and what was wrong with the answers. Told by many threads. */
final class Answers {

    private static final int MOST_SHOWN = 20;

    private final Instant from;
    private final Instant to;
    private final Map<String, List<Long>> micros = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private long checked;

    /** Only requests that begin between the two count; wrong answers always do. */
    Answers(Instant from, Instant to) {
        this.from = from;
        this.to = to;
    }

    synchronized void took(String what, Instant began, long nanos) {
        checked++;
        if (!began.isBefore(from) && began.isBefore(to)) {
            micros.computeIfAbsent(what, any -> new ArrayList<>()).add(nanos / 1000);
        }
    }

    synchronized void wrong(String what, String why) {
        wrong.add(what + ": " + why);
    }

    /** Prints all of it; whether it is as it must be. */
    synchronized boolean report(long limitMillis, Duration length) {
        boolean quick = true;
        System.out.printf("%-28s %8s %8s %8s %8s %8s%n", "request", "count", "p50 ms", "p95 ms", "p99 ms", "max ms");
        long all = 0;
        for (Map.Entry<String, List<Long>> kind : micros.entrySet()) {
            List<Long> sorted = kind.getValue();
            Collections.sort(sorted);
            all += sorted.size();
            quick &= at(sorted, 0.95) < limitMillis;
            System.out.printf(
                    "%-28s %8d %8.1f %8.1f %8.1f %8.1f%n",
                    kind.getKey(), sorted.size(), at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
        }
        System.out.printf(
                "%d requests in %d s (%.1f a second); %d answers checked from the first second, %d wrong%n",
                all, length.toSeconds(), all / (double) length.toSeconds(), checked, wrong.size());
        wrong.stream().limit(MOST_SHOWN).forEach(System.out::println);
        System.out.println(quick ? "every kind under " + limitMillis + " ms at p95" : "NOT under " + limitMillis + " ms");
        return quick && wrong.isEmpty();
    }

    private static double at(List<Long> sorted, double share) {
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)) / 1000.0;
    }
}
