package cn.mingjian.server.draft;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.engine.cases.CaseReader;
import cn.mingjian.model.folder.LockedFolder;
import cn.mingjian.model.pack.FactWords;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.installation.ServerSettings;
import cn.mingjian.server.problem.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Checks the text of a draft as it stands in an editor, saved or not. A person has one check at a time, the server a few,
 * and nobody waits long: whoever comes too early is told to come again.
 */
@Component
class Checking {

    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 10;
    private static final int MOST_PROBLEMS = 300;

    private final Compiler compiler;
    private final Path work;
    private final Set<Integer> busy = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, AT_ONCE, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), Checking::thread);

    Checking(Compiler compiler, ServerSettings settings) {
        this.compiler = compiler;
        this.work = settings.work();
    }

    private static Thread thread(Runnable checks) {
        Thread thread = new Thread(checks, "check a draft");
        thread.setDaemon(true);
        return thread;
    }

    /** Everything that is wrong with a text, by place. */
    List<DraftProblem> check(Actor actor, DraftText text) {
        if (!busy.add(actor.id())) {
            throw Refusal.of(429, "draft.check-busy");
        }
        try {
            return await(threads.submit(() -> {
                try {
                    return problems(text);
                } finally {
                    busy.remove(actor.id());
                }
            }));
        } catch (RejectedExecutionException e) {
            busy.remove(actor.id());
            throw Refusal.of(429, "draft.check-busy");
        }
    }

    private static List<DraftProblem> await(Future<List<DraftProblem>> check) {
        try {
            return check.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw Refusal.bad("draft.check-too-long", PATIENCE_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private List<DraftProblem> problems(DraftText text) {
        try (LockedFolder folder = LockedFolder.make(work, "draft-")) {
            text.write(folder.path());
            Problems problems = new Problems();
            PackageReader.read(folder.path(), problems).ifPresent(compiler::check);
            FactWords.read(folder.path(), problems);
            CaseReader.read(folder.path().resolve("tests"), problems);
            return problems.list().stream()
                    .limit(MOST_PROBLEMS)
                    .map(problem -> DraftProblem.of(problem, folder.path()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
