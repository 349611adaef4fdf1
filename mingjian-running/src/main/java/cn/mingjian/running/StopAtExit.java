package cn.mingjian.running;

import cn.mingjian.engine.worker.RunFolder;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Stops what runs and removes the folder of a run when the command line is interrupted (Ctrl-C) before its end, and tells
 * whether anything is left.
 */
public final class StopAtExit implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(1_500);
    private static final long PAUSE_MILLISECONDS = 10;

    private final RunFolder folder;
    private final Runnable running;
    private final Consumer<Boolean> told;
    private final Thread hook = new Thread(this::stop, "stop at exit");

    /**
     * Waits for the exit.
     *
     * @param running stops what works in the folder
     * @param told takes whether the folder is gone
     */
    StopAtExit(RunFolder folder, Runnable running, Consumer<Boolean> told) {
        this.folder = folder;
        this.running = running;
        this.told = told;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the exit of this process has begun; what fails from then on fails because of it. */
    public static boolean hasBegun() {
        Thread none = new Thread();
        try {
            Runtime.getRuntime().addShutdownHook(none);
            Runtime.getRuntime().removeShutdownHook(none);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private void stop() {
        running.run();
        told.accept(removed());
    }

    /** Again and again, because an import may still write; once the folder is gone, it can write no more. */
    private boolean removed() {
        long end = System.nanoTime() + PATIENCE;
        do {
            try {
                folder.close();
                return true;
            } catch (UncheckedIOException e) {
                pause();
            }
        } while (System.nanoTime() < end);
        return false;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
