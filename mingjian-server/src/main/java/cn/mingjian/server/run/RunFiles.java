package cn.mingjian.server.run;

import cn.mingjian.engine.run.NumberingKey;
import cn.mingjian.engine.worker.RunAnswer;
import cn.mingjian.model.folder.Folders;
import cn.mingjian.server.installation.Installation;
import cn.mingjian.server.installation.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
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
        Folders.delete(folder);
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (Path file : list(answer.folder())) {
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
        delete(folder(run.office(), run.id(), run.attempt()));
    }

    /**
     * Removes what servers that died left behind.
     *
     * @param accepted whether an attempt of a run was accepted
     */
    void sweep(BiPredicate<UUID, Integer> accepted) {
        for (Path office : list(offices)) {
            for (Path run : list(office.resolve("runs"))) {
                UUID id = UUID.fromString(run.getFileName().toString());
                for (Path attempt : list(run)) {
                    if (!accepted.test(id, Integer.valueOf(attempt.getFileName().toString()))) {
                        delete(attempt);
                    }
                }
                if (list(run).isEmpty()) {
                    delete(run);
                }
            }
        }
    }

    private Path folder(int office, UUID run, int attempt) {
        return offices.resolve(String.valueOf(office))
                .resolve("runs")
                .resolve(run.toString())
                .resolve(String.valueOf(attempt));
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
