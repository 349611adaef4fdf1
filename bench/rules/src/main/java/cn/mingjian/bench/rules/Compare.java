package cn.mingjian.bench.rules;

import cn.mingjian.bench.rules.SideProcess.Ran;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs both sides in turn, each in a process of its own, and prints the median of the ratios of CPU seconds with their
 * range: {@code Compare LIBRARY REGISTERS BENCH PAIRS [RULE...]}; the property {@code ways} names the sides of ours. Ends with 1 when the sides do not find the same.
 */
public final class Compare {

    private final SideProcess sides;
    private final Path registers;
    private final List<Side.Way> ways;

    private Compare(SideProcess sides, Path registers, List<Side.Way> ways) {
        this.sides = sides;
        this.registers = registers;
        this.ways = ways;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> all = List.of(arguments);
        List<String> wanted = all.subList(4, all.size());
        List<Side.Way> ways = Arrays.stream(
                        System.getProperty("ways", "counts,sources,traced").split(","))
                .map(way -> Side.Way.valueOf(way.toUpperCase(Locale.ROOT)))
                .toList();
        Compare compare =
                new Compare(new SideProcess(Path.of(all.get(0)), Path.of(all.get(2))), Path.of(all.get(1)), ways);
        boolean same = true;
        for (String rule : SideProcess.RULES.keySet()) {
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
            Ran hand = run(Side.Way.HAND, rule, runs);
            for (Side.Way way : ways) {
                Ran ran = run(way, rule, runs);
                if (!ran.counts().equals(hand.counts())) {
                    same = false;
                    System.out.println(
                            rule + ", " + way + ", finds otherwise:\n  " + hand.counts() + "\n  " + ran.counts());
                }
            }
        }
        List<Ran> hand = runs.getOrDefault(Side.Way.HAND, List.of());
        runs.forEach((way, ran) -> System.out.println(line(rule, way, ran, hand)));
        return same;
    }

    private Ran run(Side.Way way, String rule, Map<Side.Way, List<Ran>> runs) throws IOException, InterruptedException {
        Ran ran = sides.run(way, registers, SideProcess.RULES.getOrDefault(rule, ""), rule);
        runs.computeIfAbsent(way, any -> new ArrayList<>()).add(ran);
        return ran;
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
}
