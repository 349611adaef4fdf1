package cn.mingjian.bench.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs both sides in turn, each in a process of its own, and prints the median of the ratios of CPU seconds with their
 * range: {@code Compare LIBRARY REGISTERS BENCH PAIRS [RULE...]}. Ends with 1 when the sides do not find the same.
 */
public final class Compare {

    /** Each rule with its large register. */
    private static final Map<String, String> RULES = new LinkedHashMap<>();

    static {
        RULES.put("paid-after-death", "benefit_payment");
        RULES.put("probation-breach", "admin_penalty");
        RULES.put("paid-in-prison", "benefit_payment");
        RULES.put("frequent-nights", "check_in");
        RULES.put("one-representative", "market_entity");
    }

    /** What one process found and used. */
    private record Ran(Map<String, String> counts, double cpu, double wall, long peak) {}

    private final List<String> places;

    private Compare(List<String> places) {
        this.places = places;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> all = List.of(arguments);
        List<String> wanted = all.subList(4, all.size());
        Compare compare = new Compare(all.subList(0, 3));
        boolean same = true;
        for (String rule : RULES.keySet()) {
            if (wanted.isEmpty() || wanted.contains(rule)) {
                same &= compare.rule(rule, Integer.parseInt(all.get(3)));
            }
        }
        System.exit(same ? 0 : 1);
    }

    private boolean rule(String rule, int pairs) throws IOException, InterruptedException {
        Map<Side.Way, List<Ran>> runs = new EnumMap<>(Side.Way.class);
        boolean same = true;
        for (int i = 0; i < pairs; i++) {
            Ran hand = run(Side.Way.HAND, rule);
            for (Side.Way way : Side.Way.values()) {
                Ran ran = way == Side.Way.HAND ? hand : run(way, rule);
                runs.computeIfAbsent(way, any -> new ArrayList<>()).add(ran);
                if (!ran.counts().equals(hand.counts())) {
                    same = false;
                    System.out.println(
                            rule + ", " + way + ", finds otherwise:\n  " + hand.counts() + "\n  " + ran.counts());
                }
            }
        }
        for (Side.Way way : Side.Way.values()) {
            System.out.println(
                    line(rule, way, runs.getOrDefault(way, List.of()), runs.getOrDefault(Side.Way.HAND, List.of())));
        }
        return same;
    }

    private static String line(String rule, Side.Way way, List<Ran> ran, List<Ran> hand) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ran.size(); i++) {
            ratios.add(ran.get(i).cpu() / hand.get(i).cpu());
        }
        ratios.sort(null);
        return String.format(
                Locale.ROOT,
                "%s %s: CPU ratio %.2f (%.2f to %.2f), CPU %.1f s, wall %.1f s, peak %d MiB",
                rule,
                way.name().toLowerCase(Locale.ROOT),
                ratios.get(ratios.size() / 2),
                ratios.get(0),
                ratios.get(ratios.size() - 1),
                median(ran.stream().map(Ran::cpu).toList()),
                median(ran.stream().map(Ran::wall).toList()),
                ran.stream().mapToLong(Ran::peak).max().orElse(0));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private Ran run(Side.Way way, String rule) throws IOException, InterruptedException {
        Path registers = Path.of(places.get(1)).resolve(RULES.getOrDefault(rule, ""));
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:+UseSerialGC",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Side.class.getName(),
                        way.name(),
                        places.get(0),
                        registers.toString(),
                        places.get(2),
                        rule)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (process.waitFor() != 0) {
            throw new IOException(rule + ", " + way + ", failed");
        }
        Map<String, String> counts = new TreeMap<>();
        lines.stream()
                .filter(line -> line.contains(": "))
                .forEach(line ->
                        counts.put(line.substring(0, line.indexOf(": ")), line.substring(line.indexOf(": ") + 2)));
        String[] cost = lines.get(lines.size() - 1).split(" ");
        return new Ran(counts, Double.parseDouble(cost[1]), Double.parseDouble(cost[2]), Long.parseLong(cost[3]));
    }
}
