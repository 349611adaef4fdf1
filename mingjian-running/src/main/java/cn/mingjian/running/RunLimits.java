package cn.mingjian.running;

import cn.mingjian.engine.worker.OrderFile;

/** What a run may use at most; Java gets half the memory of the engine on top. */
public final class RunLimits {

    private static final long LEAST_HEAP = 256L << 20;

    private RunLimits() {}

    /**
     * The limits as an order has them.
     *
     * @param memory bytes of the engine
     * @param disk bytes that may spill
     * @param threads of the engine; 0 for one a processor
     * @param wall seconds until the run is stopped
     */
    public static OrderFile.Limits of(long memory, long disk, int threads, long wall) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new OrderFile.Limits(
                memory, Math.max(memory / 2, LEAST_HEAP), threads > 0 ? threads : processors, disk, wall);
    }
}
