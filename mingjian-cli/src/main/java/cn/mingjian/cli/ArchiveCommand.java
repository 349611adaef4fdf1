package cn.mingjian.cli;

import cn.mingjian.cli.release.Archive;
import cn.mingjian.cli.release.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code archive}: the product as one signed file with its own Java. */
@Command(name = "archive", mixinStandardHelpOptions = true, resourceBundle = "messages.usage")
final class ArchiveCommand implements Callable<Integer> {

    @Mixin(name = "common")
    private final Common common = new Common();

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "archive-out", required = true)
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private Path out;

    @Option(names = "--key", paramLabel = "FILE", descriptionKey = "archive-key", required = true)
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private Path key;

    @Option(names = "--jdk", paramLabel = "DIR", descriptionKey = "archive-jdk", defaultValue = "${sys:java.home}")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private Path jdk;

    @Override
    public Integer call() throws IOException {
        SigningKey signing = SigningKey.of(key);
        Path home = Common.home().toAbsolutePath().normalize();
        Path archive = Archive.make(
                home, Version.text(), jdk, signing, out.toAbsolutePath().normalize());
        common.out()
                .println(common.say(
                        "cli.release-made",
                        archive,
                        Files.size(archive),
                        signing.shown().fingerprint()));
        return ExitCode.DONE;
    }
}
