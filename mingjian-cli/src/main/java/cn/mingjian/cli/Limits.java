package cn.mingjian.cli;

import cn.mingjian.engine.worker.OrderFile;
import cn.mingjian.running.RunLimits;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options for what a run may use at most. */
final class Limits {

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            descriptionKey = "limits.memory",
            defaultValue = "2g",
            converter = Size.class)
    private long memory;

    @Option(
            names = "--disk",
            paramLabel = "SIZE",
            descriptionKey = "limits.disk",
            defaultValue = "50g",
            converter = Size.class)
    private long disk;

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "limits.threads", defaultValue = "0")
    private int threads;

    @Option(names = "--wall", paramLabel = "SECONDS", descriptionKey = "limits.wall", defaultValue = "86400")
    private long wall;

    /** The limits as an order has them. */
    OrderFile.Limits order() {
        return RunLimits.of(memory, disk, threads, wall);
    }

    /** {@code 512m}, {@code 2g}: bytes in powers of 1024. */
    static final class Size implements ITypeConverter<Long> {

        private static final Pattern FORM = Pattern.compile("([0-9]{1,6})([mg])");

        @Override
        public Long convert(String text) {
            Matcher size = FORM.matcher(text.toLowerCase(Locale.ROOT));
            if (!size.matches() || Long.parseLong(size.group(1)) == 0) {
                throw new TypeConversionException("'" + text + "': 512m, 2g");
            }
            return Long.parseLong(size.group(1)) << (size.group(2).equals("g") ? 30 : 20);
        }
    }
}
