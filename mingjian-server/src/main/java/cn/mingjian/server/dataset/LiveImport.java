package cn.mingjian.server.dataset;

import cn.mingjian.intake.store.Progress;
import cn.mingjian.model.event.Event;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** A version while it is taken in: how far it is, and the way to stop it. Told by several threads. */
final class LiveImport implements Progress {

    private volatile @Nullable ImportProgress progress;
    private volatile boolean stopped;

    /**
     * How far it is.
     *
     * @param bytes of the file that were read
     * @param of its size
     */
    public record ImportProgress(String file, long rows, long bytes, long of) {}

    /** How far it is; null while it waits. */
    @Nullable
    ImportProgress progress() {
        return progress;
    }

    boolean stopped() {
        return stopped;
    }

    /** Stops it at the next batch of rows. */
    void stop() {
        stopped = true;
    }

    @Override
    public void at(String source, long rows, long bytes, long total) {
        if (stopped) {
            throw new CancellationException("The import was stopped");
        }
        progress = new ImportProgress(source, rows, bytes, total);
    }

    @Override
    public void phase(Event.Progress begun) {
        if (stopped) {
            throw new CancellationException("The import was stopped");
        }
    }
}
