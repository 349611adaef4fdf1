package cn.mingjian.server.source;

import cn.mingjian.model.folder.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A watched folder on the disk. A file in it counts as whole when size and time of change have stayed the same for a while
 * by our own clock: that needs no agreement with whoever puts it there, and holds for slow copies too. Names by which
 * programs mark what is not whole are left alone. Used by one thread.
 */
final class WatchedFolder {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.ofHours(8));
    private static final List<String> NOT_WHOLE =
            List.of(".part", ".partial", ".tmp", ".temp", ".filepart", ".crdownload");
    private static final String REASON = ".txt";

    private final Path folder;
    private final Duration quiet;
    private final Clock clock;
    private final Map<Path, Seen> seen = new HashMap<>();

    WatchedFolder(Path folder, Duration quiet, Clock clock) {
        this.folder = folder;
        this.quiet = quiet;
        this.clock = clock;
    }

    /** A file as it was, since when. */
    private record Seen(long size, long changed, long since) {

        boolean same(Seen other) {
            return size == other.size && changed == other.changed;
        }
    }

    Path taking() {
        return folder.resolve("taking");
    }

    Path taken() {
        return folder.resolve("taken");
    }

    Path refused() {
        return folder.resolve("refused");
    }

    /** Whether it is a folder, and our own folders in it are no links that lead elsewhere. */
    boolean usable() {
        return Files.isDirectory(folder)
                && Files.isWritable(folder)
                && Stream.of(taking(), taken(), refused())
                        .allMatch(ours -> Files.isDirectory(ours, LinkOption.NOFOLLOW_LINKS)
                                || !Files.exists(ours, LinkOption.NOFOLLOW_LINKS));
    }

    /** Files that are being taken in: those of a server that died, and those that had to wait. */
    List<ClaimedFile> claimed() throws IOException {
        List<ClaimedFile> claimed = new ArrayList<>();
        for (Path claim : Folders.list(taking())) {
            List<Path> files = Folders.list(claim);
            Optional<Path> file = files.stream()
                    .filter(one -> files.size() == 1 || !one.toString().endsWith(REASON))
                    .findFirst()
                    .or(() -> files.stream().findFirst());
            if (file.isPresent()) {
                claimed.add(ClaimedFile.in(claim, file.get()));
            } else {
                Files.delete(claim); // of a server that died before it took the file
            }
        }
        return claimed;
    }

    /** Takes what is whole: from then on it is nobody else's. */
    List<ClaimedFile> claim() throws IOException {
        List<ClaimedFile> claimed = new ArrayList<>();
        List<Path> there = Folders.list(folder);
        seen.keySet().retainAll(there);
        for (Path file : there) {
            if (whole(file)) {
                UUID id = UUID.randomUUID();
                Path claim = Folders.make(taking().resolve(WHEN.format(clock.instant()) + "-" + id));
                Path mine = claim.resolve(file.getFileName());
                Files.move(file, mine, StandardCopyOption.ATOMIC_MOVE);
                claimed.add(new ClaimedFile(claim, mine, id));
            }
        }
        return claimed;
    }

    private boolean whole(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.startsWith(".") || name.startsWith("~$") || NOT_WHOLE.stream().anyMatch(name::endsWith)) {
            return false;
        }
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (now.isDirectory()) {
                return false;
            }
            Seen fresh = new Seen(now.size(), now.lastModifiedTime().toMillis(), System.nanoTime());
            Seen before = seen.merge(file, fresh, (old, next) -> old.same(next) ? old : next);
            return System.nanoTime() - before.since() >= quiet.toNanos();
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
