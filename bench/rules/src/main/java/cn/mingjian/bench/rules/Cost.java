package cn.mingjian.bench.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a process has used. The sides start no processes of their own, so this process is the whole tree.
 *
 * @param cpu seconds of all threads, engine included
 * @param wall seconds since the process began
 * @param peak greatest resident memory, in MiB
 */
record Cost(double cpu, double wall, long peak) {

    static Cost soFar() {
        ProcessHandle.Info process = ProcessHandle.current().info();
        Duration wall = Duration.ofMillis(System.currentTimeMillis()
                - java.lang.management.ManagementFactory.getRuntimeMXBean().getStartTime());
        return new Cost(
                seconds(process.totalCpuDuration().orElse(Duration.ZERO)), seconds(wall), peakKibibytes() / 1024);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    private static long peakKibibytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** A point from which a part is measured; told on standard error when the property {@code parts} is set. */
    record Mark(Cost from) {

        void tell(String part) {
            if (Boolean.getBoolean("parts")) {
                Cost to = soFar();
                String words = part.strip().replaceAll("\\s+", " ");
                System.err.printf(
                        "%6.2f cpu %6.2f wall %5d MiB  %s%n",
                        to.cpu - from.cpu,
                        to.wall - from.wall,
                        to.peak,
                        words.substring(0, Math.min(100, words.length())));
            }
        }
    }

    static Mark mark() {
        return new Mark(soFar());
    }
}
