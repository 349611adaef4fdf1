package cn.mingjian.engine.worker;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.engine.run.Engine;
import cn.mingjian.engine.run.NumberingKey;
import cn.mingjian.engine.run.RunResult;
import cn.mingjian.model.event.Event;
import cn.mingjian.model.event.Phase;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.model.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The process of one run: {@code Worker RUN-FOLDER LIBRARY}. It makes itself ready, and at a line on standard input reads
 * {@code order.json} in the folder. It tells what it does on standard output, one {@link Event} a line, and answers with
 * the folder {@code result/}, which is there whole or not at all; a trial is ordered by {@code trial.json} instead. Standard input closed means stop: then it ends within
 * two seconds, whatever it is doing.
 */
public final class Worker {

    private static final long READY_MEMORY = 64L << 20;

    private final RunFolder folder;
    private final Library library;
    private final StopLine stop;
    private final Consumer<Event> told;

    private Worker(RunFolder folder, Library library, StopLine stop, Consumer<Event> told) {
        this.folder = folder;
        this.library = library;
        this.stop = stop;
        this.told = told;
    }

    public static void main(String[] arguments) throws IOException {
        EventLines lines = new EventLines(System.out);
        System.setOut(System.err); // a library that prints must not break the events
        lines.accept(new Event.Started(ProcessHandle.current().pid()));
        StopLine stop = new StopLine(lines);
        stop.listen(System.in);
        int code;
        try (RunFolder.Joined folder = RunFolder.join(Path.of(arguments[0]))) {
            Worker worker = new Worker(folder.folder(), Library.open(Path.of(arguments[1])), stop, lines);
            code = WorkerEnd.of(worker::run, stop, lines);
        }
        System.exit(code);
    }

    private String run() throws IOException, InterruptedException {
        makeReady();
        stop.awaitOrder();
        if (Files.exists(folder.trialOrder())) {
            return trial();
        }
        OrderFile order = OrderFile.read(folder.order());
        stop.after(order.limits().wallSeconds());
        told.accept(new Event.Progress(Phase.COMPILE, order.pack().path(), 0, 0));
        Library ordered =
                library.folder().equals(Path.of(order.library())) ? library : Library.open(Path.of(order.library()));
        ModelPackage pack = pack(order.pack());
        OrderFile.Limits limits = order.limits();
        DuckLimits engineLimits =
                new DuckLimits(limits.memoryBytes(), limits.threads(), folder.temporary(), limits.temporaryBytes());
        Engine engine = new Engine(ordered, engineLimits, NumberingKey.read(Path.of(order.numberingKey())));
        stop.stopping(engine);
        RunResult result = engine.run(pack, order.order(), told::accept);
        String digest = new ResultFolder(folder.beginResult(), told::accept)
                .write(order, pack.id() + "@" + pack.version(), result);
        told.accept(new Event.Progress(Phase.RENAME, "", 0, 0));
        folder.nameResult();
        return digest;
    }

    private String trial() throws IOException {
        TrialOrder order = TrialOrder.read(folder.trialOrder());
        stop.after(order.limits().wallSeconds());
        TrialAnswer answer = new Trial(library, folder.temporary(), order, stop, told).run();
        String digest = answer.write(folder.beginResult());
        folder.nameResult();
        return digest;
    }

    /** Does once for nothing what takes long the first time: reading the library, and unpacking and opening the engine. */
    private void makeReady() {
        DuckLimits little = new DuckLimits(READY_MEMORY, 1, folder.temporary(), 0);
        Compiler.of(library);
        DuckSession.open(little, DuckFiles.none(), library.functions()).close();
    }

    private static ModelPackage pack(OrderFile.Pack ordered) {
        Problems problems = new Problems();
        ModelPackage pack = PackageReader.read(Path.of(ordered.path()), problems)
                .orElseThrow(() -> new ProblemException(problems.list()));
        problems.throwIfErrors();
        if (!pack.digest().equals(ordered.digest())) {
            throw new ProblemException(Place.of(ordered.path()), "worker.package-changed");
        }
        return pack;
    }
}
