package cn.mingjian.running;

import cn.mingjian.engine.worker.RunFolder;
import cn.mingjian.engine.worker.WorkerRun;
import java.io.UncheckedIOException;

/** Stops the worker and removes the folder of a run when the command line is interrupted (Ctrl-C) before its end. */
final class StopAtExit implements AutoCloseable {

    /** What no try removes is swept by the next run. */
    private static final int TRIES = 20;

    private final RunFolder folder;
    private final WorkerRun worker;
    private final Thread hook = new Thread(this::stop, "stop at exit");

    StopAtExit(RunFolder folder, WorkerRun worker) {
        this.folder = folder;
        this.worker = worker;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop() {
        worker.stop();
        for (int i = 0; i < TRIES; i++) {
            try {
                folder.close();
                return;
            } catch (UncheckedIOException e) {
                // An import still writes into the folder. Once the folder is gone, it can write no more.
            }
        }
    }

    /** The run has ended by itself. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The exit has begun, and the hook does what is left to do.
        }
    }
}
