package cn.mingjian.server.run;

import cn.mingjian.engine.run.NumberingKey;
import cn.mingjian.engine.worker.RunAnswer;
import cn.mingjian.engine.worker.RunFolder;
import cn.mingjian.model.folder.Folders;
import cn.mingjian.model.folder.LockedFolder;
import cn.mingjian.server.installation.Installation;
import cn.mingjian.server.installation.ServerSettings;
import cn.mingjian.server.seal.Seal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Component;

/**
 * Where runs keep files, readable by the server alone: {@code offices/<office>/runs/<run>/<attempt>/} with the result as
 * its worker wrote it, clues in clear among it unless the installation seals them, and the key that numbers clues.
 */
@Component
public class RunFiles {

    private final Path offices;
    private final Path work;
    private final Path key;
    private final Path forms;
    private final Installation installation;
    private final Seal seal;

    RunFiles(ServerSettings settings, Installation installation, Seal seal) {
        this.seal = seal;
        this.offices = settings.data().resolve("offices");
        this.work = settings.work();
        this.key = settings.state().resolve("numbering.key");
        this.forms = settings.state().resolve("forms.jsonl");
        this.installation = installation;
    }

    /** The answer of a run that is done, masked. */
    public RunAnswer answer(Run run) {
        try {
            return kept(run).answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The answer of a run that is done, with its values.
     *
     * @throws cn.mingjian.server.problem.Refusal when the installation is locked
     */
    public OpenedResult opened(Run run) throws IOException {
        return kept(run).opened(work, seal.key());
    }

    /**
     * The clues of a run that is done with their values, one a line.
     *
     * @throws cn.mingjian.server.problem.Refusal when the installation is locked
     */
    public BufferedReader clues(Run run) throws IOException {
        return kept(run).clues(seal.key());
    }

    /** Where the folders of runs at work are made, and where exports are written. */
    public Path work() {
        return work;
    }

    /** The register of form numbers. */
    Path forms() {
        return forms;
    }

    /** The file with the key that numbers clues, made at first use; the sample has the published one. */
    Path numberingKey() {
        if (installation.sample()) {
            NumberingKey.PUBLISHED.write(key);
        } else {
            NumberingKey.makeIfMissing(key);
        }
        return key;
    }

    /** Takes the files of an answer over, safely on the disk; whether they count is decided by the run's row. */
    RunAnswer keep(Run run, RunAnswer answer) throws IOException {
        KeptResult kept = kept(run);
        kept.take(answer, seal.key());
        return kept.answer();
    }

    /** Removes what an attempt left that was not accepted. */
    void drop(Run run) {
        try {
            Folders.delete(kept(run).folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Removes what servers that died left behind, the imports of their runs among it.
     *
     * @param accepted whether an attempt of a run was accepted
     */
    void sweep(BiPredicate<UUID, Integer> accepted) {
        try {
            RunFolder.sweep(work);
            LockedFolder.sweepAbandoned(work, KeptResult.OPENED);
            for (Path office : Folders.list(offices)) {
                for (Path run : Folders.list(office.resolve("runs"))) {
                    sweep(run, accepted);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sweep(Path run, BiPredicate<UUID, Integer> accepted) throws IOException {
        UUID id = UUID.fromString(run.getFileName().toString());
        for (Path attempt : Folders.list(run)) {
            if (!accepted.test(id, Integer.valueOf(attempt.getFileName().toString()))) {
                Folders.delete(attempt);
            }
        }
        if (Folders.list(run).isEmpty()) {
            Folders.delete(run);
        }
    }

    private KeptResult kept(Run run) {
        Path folder = offices.resolve(String.valueOf(run.office()))
                .resolve("runs")
                .resolve(run.id().toString())
                .resolve(String.valueOf(run.attempt()));
        return new KeptResult(offices.resolveSibling(""), folder);
    }
}
