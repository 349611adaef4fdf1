package cn.mingjian.bench.rules;

import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * One side of a comparison, once, in a process of its own: {@code Side WAY LIBRARY REGISTERS BENCH RULE}. Prints what was
 * found, then what it cost: CPU seconds, wall seconds, greatest memory in MiB.
 */
public final class Side {

    /** How the question is asked. */
    enum Way {
        /** SQL written by hand: hits and counts. */
        HAND,
        /** Ours: hits, counts and clues without the rows behind them. */
        COUNTS,
        /** Ours, with the rows behind each clue. */
        SOURCES,
        /** As {@link #COUNTS}, with every step kept. */
        TRACED
    }

    private static final String SOURCES = "(?m)^    sources:\\n(?:      .*\\n)+";

    private Side() {}

    public static void main(String[] arguments) throws IOException {
        Way way = Way.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        Library library = Library.open(Path.of(arguments[1]));
        Registers registers = Registers.in(Path.of(arguments[2]));
        Path bench = Path.of(arguments[3]);
        Path model = bench.resolve("models").resolve(arguments[4]);
        Answer answer =
                switch (way) {
                    case HAND ->
                        HandWritten.answer(bench.resolve("hand").resolve(arguments[4] + ".sql"), registers, library);
                    case COUNTS -> Ours.answer(withoutSources(model), registers, library, Keeping.SHARED);
                    case SOURCES -> Ours.answer(read(model), registers, library, Keeping.SHARED);
                    case TRACED -> Ours.answer(withoutSources(model), registers, library, Keeping.TRACED);
                };
        answer.counts().forEach((step, counts) -> System.out.println(step + ": " + counts));
        Cost cost = Cost.soFar();
        System.out.printf(Locale.ROOT, "cost %.2f %.2f %d%n", cost.cpu(), cost.wall(), cost.peak());
    }

    private static ModelPackage withoutSources(Path model) throws IOException {
        Path copy =
                Files.createTempDirectory("bench").resolve(model.getFileName().toString());
        Files.createDirectories(copy);
        String text = Files.readString(model.resolve("model.yaml"));
        Files.writeString(copy.resolve("model.yaml"), text.replaceAll(SOURCES, ""));
        return read(copy);
    }

    private static ModelPackage read(Path folder) {
        Problems problems = new Problems();
        return PackageReader.read(folder, problems)
                .orElseThrow(() -> new IllegalArgumentException(problems.list().toString()));
    }
}
