package cn.mingjian.server;

import cn.mingjian.server.backup.Backup;
import cn.mingjian.server.backup.Restore;
import cn.mingjian.server.backup.Way;
import cn.mingjian.server.cipher.Passphrase;
import cn.mingjian.server.installation.ServerSettings;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code restore}: a backup into an empty installation. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        resourceBundle = "messages.server_usage",
        exitCodeOnExecutionException = Main.BAD_INPUT)
final class RestoreCommand implements Runnable {

    @Mixin
    private final Telling telling = new Telling();

    @Mixin
    private final DatabaseChoice database = new DatabaseChoice();

    @Mixin
    private final PassphraseChoice passphrase = new PassphraseChoice();

    @Parameters(paramLabel = "FILE", descriptionKey = "restore-file")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private Path file;

    @Option(names = "--check", descriptionKey = "restore-check")
    private boolean check;

    @Option(names = "--state-only", descriptionKey = "restore-state-only")
    private boolean stateOnly;

    @Option(names = "--when-newer", descriptionKey = "restore-when-newer")
    private boolean whenNewer;

    @Override
    public void run() {
        Passphrase known = passphrase.asked(telling);
        if (check) {
            Restore.Label label = Restore.check(file, known);
            telling.say("server.backup-whole", file, label.made(), label.product(), label.schema());
            return;
        }
        ServerSettings settings = database.settings("");
        if (whenNewer && !Restore.isOlderThan(settings, file, known)) {
            telling.say("server.restore-not-needed");
            return;
        }
        Backup.Carried carried = Restore.from(settings, stateOnly ? Way.STATE : Way.WHOLE, file, known);
        telling.say(
                "server.restore-done",
                settings.data(),
                carried.tables(),
                carried.rows(),
                carried.files(),
                carried.bytes());
    }
}
