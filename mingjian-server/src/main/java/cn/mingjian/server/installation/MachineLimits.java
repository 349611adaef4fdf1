package cn.mingjian.server.installation;

import cn.mingjian.engine.worker.OrderFile;
import cn.mingjian.running.RunLimits;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What runs may use of this machine: one at a time for every four processors, a quarter of the memory for all. */
public final class MachineLimits {

    private static final int PROCESSORS_A_RUN = 4;
    private static final int SHARE = 4;
    private static final long LEAST = 1L << 30;
    private static final long MOST = 16L << 30;
    private static final long DISK = 50L << 30;
    private static final long DAY = 86_400;

    private MachineLimits() {}

    /** How many runs go on at once. */
    public static int runsAtOnce() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / PROCESSORS_A_RUN);
    }

    /** What one of them may use. */
    public static OrderFile.Limits ofOneRun() {
        long machine =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        long memory = Math.min(MOST, Math.max(LEAST, machine / SHARE / runsAtOnce()));
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / runsAtOnce());
        return RunLimits.of(memory, DISK, threads, DAY);
    }
}
