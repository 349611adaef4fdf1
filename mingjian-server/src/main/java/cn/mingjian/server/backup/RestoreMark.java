package cn.mingjian.server.backup;

import cn.mingjian.model.folder.Folders;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.installation.ServerSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code restoring} in a data folder: while it is there no server starts on it. A restore that was killed leaves it
 * behind, and the next one begins by taking away what lies there.
 */
final class RestoreMark implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private final boolean interrupted;

    private RestoreMark(Path file, FileChannel channel, boolean interrupted) {
        this.file = file;
        this.channel = channel;
        this.interrupted = interrupted;
    }

    /** @throws ProblemException when another restore goes on, or one of the other way was interrupted */
    static RestoreMark make(ServerSettings settings, Way way) throws IOException {
        Files.createDirectories(settings.data());
        Path file = settings.restoring();
        boolean interrupted = Files.exists(file);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new ProblemException(Place.of(settings.data().toString()), "server.restore-runs");
        }
        if (interrupted && !Files.readString(file).equals(way.name())) {
            channel.close();
            throw new ProblemException(Place.of(settings.data().toString()), "server.restore-unfinished");
        }
        channel.write(ByteBuffer.wrap(way.name().getBytes(StandardCharsets.UTF_8)), 0);
        channel.force(true);
        Folders.force(settings.data());
        return new RestoreMark(file, channel, interrupted);
    }

    /** Whether an earlier restore left it. */
    boolean interrupted() {
        return interrupted;
    }

    /** What lies there is whole, or gone. */
    void remove() throws IOException {
        Files.delete(file);
        Folders.force(file.resolveSibling(""));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
