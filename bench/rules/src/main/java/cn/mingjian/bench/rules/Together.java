package cn.mingjian.bench.rules;

import cn.mingjian.bench.rules.SideProcess.Ran;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Twenty rules over three registers in one run, against one of each of their two kinds alone: {@code Together LIBRARY
 * REGISTERS BENCH}, three times in turn.
 */
public final class Together {

    private static final int TIMES = 3;

    /** A rule of either kind; the twenty differ from it in what they ask of a hit. */
    private static final List<String> ALONE = List.of("paid-after-death", "paid-in-prison");

    private Together() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> all = List.of(arguments);
        SideProcess sides = new SideProcess(Path.of(all.get(0)), Path.of(all.get(2)));
        Path registers = Path.of(all.get(1));
        for (int i = 0; i < TIMES; i++) {
            double slowest = 0;
            for (String rule : ALONE) {
                slowest = Math.max(slowest, run(sides, registers, rule).cpu());
            }
            Ran together = run(sides, registers, "twenty");
            System.out.printf(
                    Locale.ROOT,
                    "slowest alone %.1f s, twenty together %.1f s, ratio %.2f, peak %d MiB%n",
                    slowest,
                    together.cpu(),
                    together.cpu() / slowest,
                    together.peak());
        }
    }

    private static Ran run(SideProcess sides, Path registers, String rule) throws IOException, InterruptedException {
        return sides.run(Side.Way.COUNTS, registers, "benefit_payment", rule);
    }
}
