package cn.mingjian.server.run;

import cn.mingjian.engine.run.NumberingKey;
import cn.mingjian.engine.worker.RunAnswer;
import cn.mingjian.engine.worker.RunFolder;
import cn.mingjian.model.folder.Folders;
import cn.mingjian.server.installation.Installation;
import cn.mingjian.server.installation.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Component;

/**
 * Where runs keep files, readable by the server alone: {@code offices/<office>/runs/<run>/<attempt>/} with the result as
 * its worker wrote it, clues in clear among it, and the key that numbers clues.
 */
@Component
public class RunFiles {

    private final Path offices;
    private final Path work;
    private final Path key;
    private final Path forms;
    private final Installation installation;

    RunFiles(ServerSettings settings, Installation installation) {
        this.offices = settings.data().resolve("offices");
        this.work = settings.work();
        this.key = settings.state().resolve("numbering.key");
        this.forms = settings.state().resolve("forms.jsonl");
        this.installation = installation;
    }

    /** The answer of a run that is done. */
    public RunAnswer answer(Run run) {
        try {
            return RunAnswer.read(folder(run.office(), run.id(), run.attempt()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        Path folder = folder(run.office(), run.id(), run.attempt());
        Folders.makeAnew(folder);
        for (Path file : Folders.list(answer.folder())) {
            Path kept = folder.resolve(file.getFileName().toString());
            Files.move(file, kept);
            Folders.force(kept);
        }
        Folders.force(folder);
        Folders.force(folder.resolveSibling(""));
        return RunAnswer.read(folder);
    }

    /** Removes what an attempt left that was not accepted. */
    void drop(Run run) {
        try {
            Folders.delete(folder(run.office(), run.id(), run.attempt()));
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

    private Path folder(int office, UUID run, int attempt) {
        return offices.resolve(String.valueOf(office))
                .resolve("runs")
                .resolve(run.toString())
                .resolve(String.valueOf(attempt));
    }
}
