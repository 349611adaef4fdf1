package cn.mingjian.server.draft;

import cn.mingjian.engine.run.Trace.Traced;
import cn.mingjian.engine.worker.TrialAnswer;
import cn.mingjian.engine.worker.TrialAnswer.CaseOutcome;
import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.server.draft.TrialPage.TrialCase;
import cn.mingjian.server.draft.TrialPage.TrialStep;
import cn.mingjian.server.draft.TrialPage.TrialStepKind;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trial while it waits, goes on, and is looked at. Told by several threads. */
final class LiveTrial {

    private final TrialKind kind;
    private final int revision;
    private TrialState state = TrialState.WAITING;
    private TrialPage page;
    private @Nullable Runnable stop;

    LiveTrial(TrialKind kind, int revision) {
        this.kind = kind;
        this.revision = revision;
        this.page = page(List.of(), List.of(), null);
    }

    private TrialPage page(List<DraftProblem> problems, List<TrialCase> cases, @Nullable List<TrialStep> steps) {
        return new TrialPage(kind, revision, state, problems, cases, steps);
    }

    synchronized TrialPage page() {
        return page;
    }

    synchronized boolean ended() {
        return state != TrialState.WAITING && state != TrialState.RUNNING;
    }

    /** It begins, unless it was stopped while it waited. */
    synchronized boolean begin() {
        if (ended()) {
            return false;
        }
        end(TrialState.RUNNING, List.of(), List.of(), null);
        return true;
    }

    /** Its process has begun; {@code worker} ends it. */
    synchronized void stoppable(Runnable worker) {
        stop = worker;
        if (ended()) {
            worker.run();
        }
    }

    /** Stops it; two seconds later its process is gone. */
    synchronized void stop() {
        if (!ended()) {
            end(TrialState.STOPPED, List.of(), List.of(), null);
            if (stop != null) {
                stop.run();
            }
        }
    }

    synchronized void failed(List<Problem> why, Path pack) {
        if (!ended()) {
            end(TrialState.FAILED, problems(why, pack), List.of(), null);
        }
    }

    synchronized void done(TrialAnswer answer, Path pack) {
        if (!ended()) {
            List<TrialCase> cases =
                    answer.cases().stream().map(one -> shown(one, pack)).toList();
            @Nullable
            List<TrialStep> steps = answer.trace() == null
                    ? null
                    : answer.trace().relations().stream().map(LiveTrial::shown).toList();
            end(TrialState.DONE, problems(answer.problems(), pack), cases, steps);
        }
    }

    private void end(
            TrialState now, List<DraftProblem> problems, List<TrialCase> cases, @Nullable List<TrialStep> steps) {
        state = now;
        page = page(problems, cases, steps);
    }

    private static List<DraftProblem> problems(List<Problem> all, Path pack) {
        return all.stream().map(problem -> DraftProblem.of(problem, pack)).toList();
    }

    private static TrialCase shown(CaseOutcome one, Path pack) {
        List<Words> differences = one.failures().stream()
                .map(failure ->
                        Words.ofMessage(failure.code(), failure.arguments().toArray()))
                .toList();
        return new TrialCase(
                one.number(),
                one.name(),
                DraftProblem.path(one.place(), pack),
                one.place().line(),
                differences);
    }

    private static TrialStep shown(Traced step) {
        return new TrialStep(
                TrialStepKind.valueOf(step.kind().name()),
                step.name(),
                step.title(),
                step.in(),
                step.kept(),
                step.unknown(),
                step.pending(),
                step.size(),
                step.fields(),
                step.rows());
    }
}
