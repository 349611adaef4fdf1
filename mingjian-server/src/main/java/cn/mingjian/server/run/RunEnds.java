package cn.mingjian.server.run;

import cn.mingjian.engine.worker.RunAnswer;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.problem.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/** How an attempt at a run begins and ends in the database, by the system, in the name of whoever ordered it. */
@Component
class RunEnds {

    private final Runs runs;
    private final RunStates states;
    private final RunFiles files;
    private final ResultTaker taker;
    private final Acts acts;

    RunEnds(Runs runs, RunStates states, RunFiles files, ResultTaker taker, Acts acts) {
        this.runs = runs;
        this.states = states;
        this.files = files;
        this.taker = taker;
        this.acts = acts;
    }

    /** Begins an attempt; none when the run has ended, or its servers died so often that it is given up. */
    Optional<Run> begin(Run run) {
        boolean[] begun = new boolean[1];
        acts.note(run.system(), () -> begun[0] = states.begin(run.id()));
        if (begun[0]) {
            return runs.findWithoutScope(run.id());
        }
        if (!run.state().ended()) {
            failed(run, List.of(), List.of(Problem.error(Place.of(""), "server.run-died", RunStates.MOST_ATTEMPTS)));
        }
        return Optional.empty();
    }

    /** The import is over. */
    void running(Run run) {
        acts.note(run.system(), () -> states.running(run));
    }

    /** The server ends: the run is begun anew by the next. */
    void handedBack(Run run) {
        acts.note(run.system(), () -> states.handedBack(run));
    }

    /** The run gave nothing. */
    void failed(Run run, LiveRun attempt, List<Problem> problems) {
        failed(run, attempt.imported(), problems);
    }

    private void failed(Run run, List<ImportedFile> imported, List<Problem> problems) {
        Act act = Act.of("run.fail", "run", run.id())
                .with("by", "system")
                .with("code", problems.isEmpty() ? "" : problems.get(0).code());
        acts.write(
                run.system(),
                act,
                () -> states.failed(run, imported, Failure.of(problems).problems()));
    }

    /** Takes an answer: row, clues and files together, or nothing where the attempt is no longer the run's. */
    void done(Run run, LiveRun attempt, RunAnswer answer, List<Problem> problems) throws IOException {
        boolean accepted = false;
        try {
            RunAnswer kept = files.keep(run, answer);
            accepted = acts.write(
                            run.system(),
                            () -> {
                                if (!states.stillMine(run)) {
                                    return Optional.<Long>empty();
                                }
                                SortedMap<String, Long> grades = take(run, kept);
                                states.done(
                                        run,
                                        kept,
                                        grades,
                                        attempt.imported(),
                                        Failure.of(problems).problems());
                                return Optional.of(grades.values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum());
                            },
                            clues -> Act.of(clues.isPresent() ? "run.done" : "run.superseded", "run", run.id())
                                    .with("by", "system")
                                    .with("clues", clues.orElse(0L)))
                    .isPresent();
        } finally {
            if (!accepted) {
                files.drop(run);
            }
        }
    }

    private SortedMap<String, Long> take(Run run, RunAnswer answer) {
        try {
            return taker.take(run, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
