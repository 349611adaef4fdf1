package cn.mingjian.server.run;

import cn.mingjian.engine.worker.RunAnswer;
import cn.mingjian.model.folder.Folders;
import cn.mingjian.model.folder.LockedFolder;
import cn.mingjian.server.cipher.InstallationKey;
import cn.mingjian.server.cipher.SealException;
import cn.mingjian.server.cipher.SealedInput;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.seal.SealedFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The result of a run in the folder where it is kept. Where the installation seals, the files that hold values in clear are
 * sealed, each bound to its place; those from before it sealed stay readable.
 *
 * @param data the folder of the installation
 */
public record KeptResult(Path data, Path folder) {

    /** What the folders of unsealed results are called, for the sweep after a dead server. */
    static final String OPENED = "opened-";

    private static final String PARTIAL = ".partial";
    private static final int BLOCK = 1 << 16;

    /** Takes the files of an answer over, safely on the disk. */
    void take(RunAnswer answer, Optional<InstallationKey> key) throws IOException {
        Folders.makeAnew(folder);
        List<Path> inClear = answer.inClear();
        for (Path file : Folders.list(answer.folder())) {
            Path kept = folder.resolve(file.getFileName().toString());
            if (key.isPresent() && inClear.contains(file)) {
                SealedFiles.seal(file, kept, at(kept, key.get()));
                Files.delete(file);
            } else {
                Files.move(file, kept);
                Folders.force(kept);
            }
        }
        Folders.force(folder);
        Folders.force(folder.resolveSibling(""));
    }

    /**
     * Seals what lies in clear of all results of an installation whose server does not run.
     *
     * @return how many files that were
     */
    public static int sealAll(Path data, InstallationKey key) throws IOException {
        int sealed = 0;
        for (Path office : Folders.list(data.resolve("offices"))) {
            for (Path run : Folders.list(office.resolve("runs"))) {
                for (Path attempt : Folders.list(run)) {
                    sealed += new KeptResult(data, attempt).seal(key);
                }
            }
        }
        return sealed;
    }

    /**
     * Seals what lies in clear. A sealed file takes the place of the other at once, after it was read back.
     *
     * @return how many files that were
     */
    private int seal(InstallationKey key) throws IOException {
        int sealed = 0;
        for (Path file : answer().inClear()) {
            Path partial = file.resolveSibling(file.getFileName() + PARTIAL);
            Files.deleteIfExists(partial); // of a command that was killed
            if (!SealedInput.sealed(file)) {
                SealedFiles.seal(file, partial, at(file, key));
                checkSame(file, partial, at(file, key));
                Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
                Folders.force(folder);
                sealed++;
            }
        }
        return sealed;
    }

    private static void checkSame(Path clear, Path sealed, InstallationKey key) throws IOException {
        try (InputStream wanted = Files.newInputStream(clear);
                InputStream given = SealedFiles.read(sealed, key)) {
            byte[] block;
            do {
                block = wanted.readNBytes(BLOCK);
                if (!Arrays.equals(block, given.readNBytes(BLOCK))) {
                    throw new IOException("A sealed file does not give back what it was made of");
                }
            } while (block.length == BLOCK);
        }
    }

    RunAnswer answer() throws IOException {
        return RunAnswer.read(folder);
    }

    /** The clues with their values, line by line. */
    BufferedReader clues(Optional<InstallationKey> key) throws IOException {
        Path file = answer().clues();
        if (!SealedInput.sealed(file)) {
            return Files.newBufferedReader(file);
        }
        try {
            return new BufferedReader(new InputStreamReader(
                    SealedFiles.read(file, at(file, key.orElseThrow(KeptResult::unreadable))), StandardCharsets.UTF_8));
        } catch (SealException e) {
            throw unreadable();
        }
    }

    /** The result with its values: where they are sealed, opened into a folder that goes when it is closed. */
    OpenedResult opened(Path work, Optional<InstallationKey> key) throws IOException {
        RunAnswer answer = answer();
        if (!SealedInput.sealed(answer.clues())) {
            return new OpenedResult(answer.opened(), Optional.empty());
        }
        LockedFolder opened = LockedFolder.make(work, OPENED);
        try {
            for (Path file : Folders.list(folder)) {
                Path target = opened.path().resolve(file.getFileName().toString());
                if (SealedInput.sealed(file)) {
                    SealedFiles.open(file, target, at(file, key.orElseThrow(KeptResult::unreadable)));
                } else {
                    Files.copy(file, target);
                }
            }
            return new OpenedResult(RunAnswer.read(opened.path()).opened(), Optional.of(opened));
        } catch (SealException e) {
            opened.close();
            throw unreadable();
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private InstallationKey at(Path file, InstallationKey key) {
        return key.at(data.relativize(file).toString());
    }

    /** What is said where sealed values were changed, moved or sealed by another installation. */
    public static Refusal unreadable() {
        return Refusal.conflict("server.kept-unreadable");
    }
}
