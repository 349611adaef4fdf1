package cn.mingjian.server.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The head of the chain in a file beside the database, noted after each commit. A server killed between the two leaves it
 * a few entries behind, and the next act mends that. A head that the chain does not contain any more is never overwritten:
 * it is the proof that entries were cut off.
 */
final class NotedHead {

    private static final int SHA256_DIGITS = 64;

    private final Path file;

    /** @param state the folder of keys and registers of the installation */
    NotedHead(Path state) {
        this.file = state.resolve(AuditChain.HEAD_FILE);
    }

    /** What is noted. */
    synchronized Optional<ChainHead> read() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String[] parts = Files.readString(file).strip().split(" ");
            return parts.length == 2 && parts[0].matches("\\d{1,18}") && parts[1].length() == SHA256_DIGITS
                    ? Optional.of(new ChainHead(Long.parseLong(parts[0]), parts[1]))
                    : Optional.of(new ChainHead(Long.MAX_VALUE, "")); // not ours any more: nothing continues it
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Notes a later head.
     *
     * @param contains whether the chain holds a head
     */
    synchronized void advance(ChainHead head, Predicate<ChainHead> contains) {
        Optional<ChainHead> noted = read();
        if (noted.isPresent() && (noted.get().number() >= head.number() || !contains.test(noted.get()))) {
            return;
        }
        try {
            write("%018d %s\n".formatted(head.number(), head.sha256()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All lines are of one length, so that a whole line replaces a whole line. */
    private void write(String line) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.WRITE))) {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)), 0);
        }
    }
}
