package cn.mingjian.server;

import cn.mingjian.server.backup.Backup;
import cn.mingjian.server.backup.Way;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code backup}: an installation in one sealed file, also while it runs. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        resourceBundle = "messages.server_usage",
        exitCodeOnExecutionException = Main.BAD_INPUT)
final class BackupCommand implements Runnable {

    @Mixin
    private final Telling telling = new Telling();

    @Mixin
    private final DatabaseChoice database = new DatabaseChoice();

    @Mixin
    private final PassphraseChoice passphrase = new PassphraseChoice();

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "backup-out", required = true)
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private Path out;

    @Option(names = "--state-only", descriptionKey = "state-only")
    private boolean stateOnly;

    @Override
    public void run() {
        Way way = stateOnly ? Way.STATE : Way.WHOLE;
        Backup.Carried carried = Backup.write(database.settings(""), way, out, passphrase.chosen(telling));
        telling.say("server.backup-done", out, carried.tables(), carried.rows(), carried.files(), carried.bytes());
    }
}
