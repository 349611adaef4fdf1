package cn.mingjian.bench.rules;

import cn.mingjian.engine.worker.JavaOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Starts sides, each in a process of its own.
 *
 * @param library folder of the library
 * @param bench folder with {@code models} and {@code hand}
 */
record SideProcess(Path library, Path bench) {

    /** Each rule with its large register. */
    static final Map<String, String> RULES = rules();

    /** What one process found and used. */
    record Ran(Map<String, String> counts, double cpu, double wall, long peak) {}

    private static Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("paid-after-death", "benefit_payment");
        rules.put("probation-breach", "admin_penalty");
        rules.put("paid-in-prison", "benefit_payment");
        rules.put("frequent-nights", "check_in");
        rules.put("one-representative", "market_entity");
        return Collections.unmodifiableMap(rules);
    }

    /**
     * Runs one side.
     *
     * @param registers folder of the large registers, of which the side reads the one named {@code register}
     */
    Ran run(Side.Way way, Path registers, String register, String model) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(JavaOptions.QUICK_START);
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path"),
                Side.class.getName(),
                way.name(),
                library.toString(),
                registers.resolve(register).toString(),
                bench.toString(),
                model));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (process.waitFor() != 0) {
            throw new IOException(model + ", " + way + ", failed");
        }
        Map<String, String> counts = new TreeMap<>();
        lines.stream()
                .filter(line -> line.contains(": "))
                .forEach(line ->
                        counts.put(line.substring(0, line.indexOf(": ")), line.substring(line.indexOf(": ") + 2)));
        String[] cost = lines.get(lines.size() - 1).split(" ");
        Ran ran = new Ran(counts, Double.parseDouble(cost[1]), Double.parseDouble(cost[2]), Long.parseLong(cost[3]));
        System.err.printf(Locale.ROOT, "%s %s: %.2f cpu, %.2f wall, %d MiB%n", model, way, ran.cpu, ran.wall, ran.peak);
        return ran;
    }
}
