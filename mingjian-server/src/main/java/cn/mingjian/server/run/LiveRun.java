package cn.mingjian.server.run;

import cn.mingjian.intake.ImportResult;
import cn.mingjian.intake.store.Stop;
import cn.mingjian.model.Words;
import cn.mingjian.model.event.Event;
import cn.mingjian.model.event.Phase;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.running.ModelRun;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An attempt at a run, while it goes on: how far it is, and the way to stop it. Told by several threads. */
final class LiveRun implements ModelRun.Listener {

    private final Run run;
    private final KeptPackages packages;
    private final RunWords words;
    private final Runnable importOver;
    private final List<ImportedFile> imported = new CopyOnWriteArrayList<>();
    private final Stop stopping = new Stop();
    private volatile RunProgress progress;
    private volatile boolean stopped;
    private boolean running;
    private @Nullable Runnable stop;

    /** @param importOver told once, when the worker begins */
    LiveRun(Run run, KeptPackages packages, Runnable importOver) {
        this.run = run;
        this.packages = packages;
        this.words = packages.words(run);
        this.importOver = importOver;
        this.progress = phase("server.run-phase-import", null, 0, 0);
    }

    private static RunProgress phase(String key, @Nullable Words step, long done, long of) {
        return new RunProgress(Words.ofMessage(key), step, done, of, null);
    }

    Run run() {
        return run;
    }

    RunProgress progress() {
        return progress;
    }

    List<ImportedFile> imported() {
        return List.copyOf(imported);
    }

    boolean stopped() {
        return stopped;
    }

    /** Its result is taken in. */
    void accepting() {
        progress = phase("server.run-phase-accept", null, 0, 0);
    }

    /** Stops it: import and worker are at rest within two seconds. */
    void stop() {
        Runnable worker;
        synchronized (this) {
            stopped = true;
            worker = stop;
        }
        stopping.give();
        if (worker != null) {
            worker.run();
        }
    }

    @Override
    public void stoppable(Runnable worker) {
        synchronized (this) {
            stop = worker;
        }
        if (stopped) {
            worker.run();
        }
    }

    @Override
    public void at(String source, long rows, long bytes, long total) {
        progress = phase("server.run-phase-import", Words.ofMessage("server.run-reading", source, rows), bytes, total);
    }

    @Override
    public Stop stopping() {
        return stopping;
    }

    @Override
    public void imported(String contract, ImportResult result) {
        imported.addAll(ImportedFile.of(contract, packages.register(contract), result));
    }

    @Override
    public void problem(Problem problem) {
        // It stands with the file that was imported.
    }

    @Override
    public void stopped(boolean nothingLeft) {
        // The server ends; the run is begun anew by the next.
    }

    @Override
    public void begun(Event.Progress act) {
        if (!running) {
            running = true;
            importOver.run();
        }
        progress = switch (act.phase()) {
            case STAGE, SOURCE_ROWS ->
                phase(
                        act.phase() == Phase.STAGE ? "server.run-phase-stage" : "server.run-phase-source-rows",
                        words.both(said -> said.step(act.step())),
                        act.done(),
                        act.of());
            case RESULT, RENAME -> phase("server.run-phase-result", null, 0, 0);
            case COMPILE, READ, PARTS, MANIFEST -> phase("server.run-phase-compile", null, 0, 0);
        };
    }
}
