package cn.mingjian.server.source;

import cn.mingjian.server.problem.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A table while it is read, on a thread of its own. Where somebody stops it, or it takes too long, the statement is cancelled
 * at the database; a driver that goes on gets its connection cut, and one that still goes on is left to itself.
 */
final class Reading {

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final OutsideSession session;
    private final OutsideTable table;
    private final Fetch fetch;
    private final CompletableFuture<@Nullable Void> read = new CompletableFuture<>();

    /** @param session which it closes */
    Reading(OutsideSession session, OutsideTable table, Fetch fetch) {
        this.session = session;
        this.table = table;
        this.fetch = fetch;
    }

    /**
     * Writes it.
     *
     * @throws CancellationException when somebody stopped it
     * @throws Refusal when it cannot be read, or takes too long
     */
    void write(Path file, Duration most) {
        Patience.begin("read table", () -> run(file));
        await(CompletableFuture.anyOf(read, fetch.stopped()), most);
        boolean late = !read.isDone();
        if (late) {
            breakOff();
        }
        try {
            read.join();
        } catch (CompletionException e) {
            fetch.endIfStopped();
            throw late ? Refusal.conflict("sources.too-slow") : failure(Objects.requireNonNull(e.getCause()));
        }
    }

    private static RuntimeException failure(Throwable cause) {
        return cause instanceof UncheckedIOException ours ? ours : Patience.refusal(cause);
    }

    private void run(Path file) {
        try (session) {
            session.write(table, fetch, file);
            read.complete(null);
        } catch (IOException e) {
            read.completeExceptionally(new UncheckedIOException(e));
        } catch (SQLException | RuntimeException | LinkageError e) {
            read.completeExceptionally(e);
        }
    }

    private void breakOff() {
        Patience.begin("cancel statement", session::cancel);
        await(read, GRACE);
        if (!read.isDone()) {
            Patience.begin("cut connection", session::abort);
            await(read, GRACE);
        }
        if (read.completeExceptionally(Refusal.conflict("sources.too-slow"))) {
            LOG.warn("The driver that reads delivery {} does not stop", fetch.id());
        }
    }

    private static void await(CompletableFuture<?> what, Duration most) {
        CompletableFuture<?> end = what.copy().orTimeout(most.toMillis(), TimeUnit.MILLISECONDS);
        end.handle((done, failure) -> true).join();
    }
}
