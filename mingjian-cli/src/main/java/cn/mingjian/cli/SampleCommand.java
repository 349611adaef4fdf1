package cn.mingjian.cli;

import cn.mingjian.sample.Sample;
import cn.mingjian.sample.SampleCounty;
import cn.mingjian.sample.SampleOrder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sample --scale N --seed S --out DIR}: writes the synthetic county. */
@Command(name = "sample", mixinStandardHelpOptions = true, resourceBundle = "messages.usage")
final class SampleCommand implements Callable<Integer> {

    @Mixin
    private final Common common = new Common();

    @Option(names = "--scale", defaultValue = "1", descriptionKey = "sample.scale")
    private int scale;

    @Option(names = "--seed", defaultValue = "1", descriptionKey = "sample.seed")
    private long seed;

    @Option(names = "--dirt", defaultValue = "1", descriptionKey = "sample.dirt")
    private int dirt;

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "sample.out")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private Path out;

    @Override
    public Integer call() {
        SampleOrder order = new SampleOrder(
                scale, seed, dirt, SampleOrder.DEFAULT_AS_OF, common.library().contracts());
        Sample sample = SampleCounty.write(order, out, (register, rows, done, of) -> common.err()
                .println(common.say("cli.sample-register", done, of, register, rows)));
        common.out().println(common.say("cli.written", sample.folder()));
        return ExitCode.DONE;
    }
}
