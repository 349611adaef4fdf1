package cn.mingjian.cli;

import cn.mingjian.cli.release.Installation;
import cn.mingjian.cli.release.ReleaseKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code install}: an unpacked release into a folder; its script {@code install} calls this. */
@Command(name = "install", mixinStandardHelpOptions = true, resourceBundle = "messages.usage")
final class InstallCommand implements Callable<Integer> {

    @Mixin(name = "common")
    private final Common common = new Common();

    @Parameters(paramLabel = "DIR", descriptionKey = "install-folder")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private Path folder;

    @Option(names = "--key", paramLabel = "FILE", descriptionKey = "install-key")
    private @Nullable Path key;

    @Override
    public Integer call() throws IOException {
        Optional<ReleaseKey> trusted = key == null ? Optional.empty() : Optional.of(ReleaseKey.read(key));
        Installation.Installed installed = Installation.install(Common.home(), folder, trusted);
        common.out()
                .println(common.say(
                        "cli.release-installed",
                        installed.id(),
                        folder,
                        installed.key().fingerprint()));
        return ExitCode.DONE;
    }
}
