package cn.mingjian.cli;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Settings;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.intake.store.Progress;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.running.Binding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Imports deliveries for the model on minors in hotels in a process of its own, with as little memory as will do. */
final class StayImporter {

    private static final long MEMORY = 40L << 20;

    private StayImporter() {}

    /** Starts a process that imports each delivery of a list into the folder that follows it. */
    static Process start(Path folder, List<String> deliveriesAndFolders) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                StayImporter.class.getName()));
        command.addAll(deliveriesAndFolders);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    public static void main(String[] arguments) throws IOException {
        Library library = Library.open(Path.of("../library"));
        Compiler compiler = Compiler.of(library);
        DuckLimits limits = new DuckLimits(MEMORY, 2, Path.of(System.getProperty("java.io.tmpdir")), 1L << 30);
        for (int i = 0; i < arguments.length; i += 2) {
            Problems problems = new Problems();
            ModelPackage pack = PackageReader.read(Path.of("../library/models/minors-in-esports-hotels"), problems)
                    .orElseThrow();
            problems.throwIfErrors();
            Delivery delivery = Binding.open(Path.of(arguments[i]), List.of(pack), library);
            Binding.of(library, compiler, pack, delivery, Settings.FOR_CHECK)
                    .importInto(Files.createDirectories(Path.of(arguments[i + 1])), limits, Progress.NONE);
        }
    }
}
