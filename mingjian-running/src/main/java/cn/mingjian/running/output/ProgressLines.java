package cn.mingjian.running.output;

import cn.mingjian.intake.ImportResult;
import cn.mingjian.model.event.Event;
import cn.mingjian.model.event.Phase;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.running.ModelRun;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * Progress as lines of text, at most one a second, so that a log of it stays readable; what an import found is always
 * said. Safe for several threads.
 */
public final class ProgressLines implements ModelRun.Listener {

    private static final long EVERY = TimeUnit.SECONDS.toNanos(1);

    private final PrintWriter err;
    private final Language language;
    private final UnaryOperator<String> step;
    private final UnaryOperator<String> register;
    private final AtomicLong last = new AtomicLong(System.nanoTime());

    public ProgressLines(PrintWriter err, Language language) {
        this(err, language, name -> name, name -> name);
    }

    /** With the names that a person gives to the steps and registers of a model. */
    public ProgressLines(PrintWriter err, Language language, ModelPackage pack, Library library) {
        this(err, language, new ModelWords(pack, library, language));
    }

    private ProgressLines(PrintWriter err, Language language, ModelWords words) {
        this(err, language, words::step, words::register);
    }

    private ProgressLines(
            PrintWriter err, Language language, UnaryOperator<String> step, UnaryOperator<String> register) {
        this.err = err;
        this.language = language;
        this.step = step;
        this.register = register;
    }

    @Override
    public void at(String source, long rows, long bytes, long total) {
        long percent = total <= 0 ? 0 : Math.min(100, 100 * bytes / total);
        now("output.progress-reading", source, rows, percent);
    }

    @Override
    public void begun(Event.Progress act) {
        if (act.phase() == Phase.STAGE || act.phase() == Phase.SOURCE_ROWS) {
            now("output.progress-computing", step.apply(act.step()));
        }
    }

    @Override
    public void imported(String contract, ImportResult result) {
        now(
                "output.progress-imported",
                register.apply(contract),
                result.version().manifest().rows());
    }

    @Override
    public void stopped(boolean nothingLeft) {
        err.println(Messages.text(language, nothingLeft ? "output.stopped" : "output.stopped-swept-later"));
    }

    @Override
    public void problem(Problem problem) {
        err.println(Messages.render(problem, language));
    }

    private void now(String key, Object... arguments) {
        long before = last.get();
        long time = System.nanoTime();
        if (time - before >= EVERY && last.compareAndSet(before, time)) {
            err.println(Messages.text(language, key, arguments));
        }
    }
}
