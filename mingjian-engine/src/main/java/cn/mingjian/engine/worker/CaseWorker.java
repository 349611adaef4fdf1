package cn.mingjian.engine.worker;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.duckdb.Planning;
import cn.mingjian.engine.cases.CaseReader;
import cn.mingjian.engine.cases.CaseResult;
import cn.mingjian.engine.cases.CaseRunner;
import cn.mingjian.engine.cases.TestCase;
import cn.mingjian.engine.run.Json;
import cn.mingjian.model.event.Event;
import cn.mingjian.model.event.Phase;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The process that runs the cases of a package: {@code CaseWorker FOLDER LIBRARY PACKAGE MEMORY SECONDS}. It begins at once;
 * what it tells, how it answers and how it is stopped are as of a {@link Worker}.
 */
public final class CaseWorker {

    private CaseWorker() {}

    public static void main(String[] arguments) throws IOException {
        EventLines lines = new EventLines(System.out);
        System.setOut(System.err); // a library that prints must not break the events
        lines.accept(new Event.Started(ProcessHandle.current().pid()));
        StopLine stop = new StopLine(lines);
        stop.listen(System.in);
        stop.after(Long.parseLong(arguments[4]));
        int code;
        try (RunFolder.Joined folder = RunFolder.join(Path.of(arguments[0]))) {
            code = WorkerEnd.of(
                    () -> run(
                            folder.folder(),
                            Path.of(arguments[1]),
                            Path.of(arguments[2]),
                            Long.parseLong(arguments[3]),
                            lines),
                    stop,
                    lines);
        }
        System.exit(code);
    }

    private static String run(
            RunFolder folder, Path libraryFolder, Path packageFolder, long memory, Consumer<Event> told)
            throws IOException {
        told.accept(new Event.Progress(Phase.COMPILE, "", 0, 0));
        Library library = Library.open(libraryFolder);
        Problems problems = new Problems();
        Optional<ModelPackage> read = PackageReader.read(packageFolder, problems);
        problems.throwIfErrors();
        ModelPackage pack = read.orElseThrow();
        Path tests = packageFolder.resolve(CaseReader.FOLDER);
        String casesDigest = CaseReader.digest(tests);
        List<TestCase> cases = CaseReader.read(tests, problems);
        DuckLimits limits = new DuckLimits(memory, 1, folder.temporary(), memory);
        CaseRunner runner = new CaseRunner(
                Compiler.of(library),
                library.contracts(),
                () -> DuckSession.open(limits, DuckFiles.none(), library.functions(), Planning.AS_WRITTEN),
                1);
        List<CaseResult> results = runner.run(
                pack, cases, problems, done -> told.accept(new Event.Progress(Phase.STAGE, "", done, cases.size())));
        problems.throwIfErrors();
        CaseReport report = CaseReport.of(pack.digest(), casesDigest, results);
        Files.writeString(folder.beginResult().resolve(CaseReport.FILE), Json.line(report));
        folder.nameResult();
        return Json.digest(report);
    }
}
