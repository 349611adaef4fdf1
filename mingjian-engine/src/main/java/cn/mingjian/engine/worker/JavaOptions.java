package cn.mingjian.engine.worker;

import java.util.List;

/** How the Java virtual machine is started for work that mostly waits for the engine. */
public final class JavaOptions {

    /**
     * One collector thread, and the second compiler only for what is called some hundred thousand times, such as domain
     * functions over a register: of a small run its work would be the greater half of all CPU time.
     */
    public static final List<String> QUICK_START = List.of(
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-XX:Tier4InvocationThreshold=200000",
            "-XX:Tier4MinInvocationThreshold=100000",
            "-XX:Tier4CompileThreshold=400000",
            "-XX:Tier4BackEdgeThreshold=2000000");

    private JavaOptions() {}
}
