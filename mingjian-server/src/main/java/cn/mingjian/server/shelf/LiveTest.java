package cn.mingjian.server.shelf;

import cn.mingjian.engine.worker.WorkerRun;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.server.shelf.TestedModel.TestProgress;
import org.jspecify.annotations.Nullable;

/** The tests of a model while they are being run. Told by several threads. */
final class LiveTest {

    private final ModelPackage pack;
    private volatile TestProgress progress = new TestProgress(0, 0);
    private boolean stopped;
    private @Nullable WorkerRun run;

    LiveTest(ModelPackage pack) {
        this.pack = pack;
    }

    ModelPackage pack() {
        return pack;
    }

    TestProgress progress() {
        return progress;
    }

    void at(long done, long of) {
        progress = new TestProgress(done, of);
    }

    /** Its process runs; it is stopped at once where the server ends already. */
    synchronized void begun(WorkerRun begun) {
        run = begun;
        if (stopped) {
            begun.close();
        }
    }

    /** The server ends. */
    synchronized void stop() {
        stopped = true;
        if (run != null) {
            run.close();
        }
    }

    synchronized boolean stopped() {
        return stopped;
    }
}
