package cn.mingjian.engine.worker;

import cn.mingjian.model.folder.Folders;
import cn.mingjian.model.folder.LockedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder of one run, {@code run-<id>/}: owner-only, held by the process that ordered the run and by the worker,
 * removed at the end. What killed runs left is swept when the next one starts.
 *
 * <pre>
 * order.json    what the run was told
 * trial.json    what a trial was told, where it is one
 * package/      the package that is tried
 * data/         dataset versions that were imported for this run alone
 * temporary/    what the engine spills
 * partial/      the result while it is written
 * result/       the result, whole
 * worker.log    what the virtual machine of the worker said
 * </pre>
 */
public final class RunFolder implements AutoCloseable {

    private static final String PREFIX = "run-";

    private final LockedFolder folder;

    private RunFolder(LockedFolder folder) {
        this.folder = folder;
    }

    /** Sweeps what killed runs left under a parent, and makes a new folder there. */
    public static RunFolder make(Path parent) {
        try {
            RunFolder made = new RunFolder(LockedFolder.make(parent, PREFIX));
            Files.createDirectory(made.data());
            Files.createDirectory(made.temporary());
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what killed runs left under a parent. */
    public static void sweep(Path parent) throws IOException {
        LockedFolder.sweepAbandoned(parent, PREFIX);
    }

    /** A run's folder in the hands of its worker, who leaves it at the end and takes what is unfinished with him. */
    record Joined(RunFolder folder) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Folders.delete(folder.partial());
            folder.folder.leave();
        }
    }

    /** The folder of a run that another process ordered. */
    static Joined join(Path path) throws IOException {
        return new Joined(new RunFolder(LockedFolder.join(path)));
    }

    /** Where it lies. */
    public Path path() {
        return folder.path();
    }

    /** Where dataset versions are imported to that serve this run alone. */
    public Path data() {
        return path().resolve("data");
    }

    /** Where the run spills. */
    public Path temporary() {
        return path().resolve("temporary");
    }

    Path order() {
        return path().resolve("order.json");
    }

    Path trialOrder() {
        return path().resolve("trial.json");
    }

    /** Where the text of a package lies that is tried and kept nowhere else. */
    public Path pack() {
        return path().resolve("package");
    }

    Path log() {
        return path().resolve("worker.log");
    }

    /** Where the result lies, when it is there. */
    Path result() {
        return path().resolve("result");
    }

    private Path partial() {
        return path().resolve("partial");
    }

    /** Makes the folder in which a result is written. */
    Path beginResult() throws IOException {
        return Files.createDirectory(
                partial(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Gives the result its name, in one step; its files must be on the disk. */
    void nameResult() throws IOException {
        Folders.force(partial());
        Files.move(partial(), result(), StandardCopyOption.ATOMIC_MOVE);
        Folders.force(path());
    }

    /** Removes the folder with all that is in it; the answer of the run must have been read. */
    @Override
    public void close() {
        try {
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
