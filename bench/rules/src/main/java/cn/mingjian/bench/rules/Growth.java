package cn.mingjian.bench.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the cost of each rule grows from a small register to a large one: {@code Growth LIBRARY SMALL LARGE BENCH FACTOR}.
 * Each is read once cold (the file cache emptied, which takes the rights of the administrator) and three times warm.
 */
public final class Growth {

    private static final Path CACHE = Path.of("/proc/sys/vm/drop_caches");
    private static final int WARM = 3;

    private Growth() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        SideProcess sides = new SideProcess(Path.of(arguments[0]), Path.of(arguments[3]));
        double factor = Double.parseDouble(arguments[4]);
        for (Map.Entry<String, String> rule : SideProcess.RULES.entrySet()) {
            List<Double> small = cpu(sides, Path.of(arguments[1]), rule);
            List<Double> large = cpu(sides, Path.of(arguments[2]), rule);
            System.out.printf(
                    Locale.ROOT,
                    "%s: cold %.1f and %.1f s, %.2f of linear; warm %.1f and %.1f s, %.2f of linear%n",
                    rule.getKey(),
                    small.get(0),
                    large.get(0),
                    large.get(0) / small.get(0) / factor,
                    median(small),
                    median(large),
                    median(large) / median(small) / factor);
        }
    }

    /** CPU seconds: the first cold. */
    private static List<Double> cpu(SideProcess sides, Path registers, Map.Entry<String, String> rule)
            throws IOException, InterruptedException {
        if (Files.isWritable(CACHE)) {
            Files.writeString(CACHE, "3");
        }
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i <= WARM; i++) {
            seconds.add(sides.run(Side.Way.COUNTS, registers, rule.getValue(), rule.getKey())
                    .cpu());
        }
        return seconds;
    }

    private static double median(List<Double> seconds) {
        return seconds.subList(1, seconds.size()).stream().sorted().toList().get(WARM / 2);
    }
}
