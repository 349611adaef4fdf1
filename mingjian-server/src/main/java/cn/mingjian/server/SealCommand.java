package cn.mingjian.server;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.cipher.InstallationKey;
import cn.mingjian.server.installation.ServerSettings;
import cn.mingjian.server.postgres.StateDatabase;
import cn.mingjian.server.run.KeptResult;
import cn.mingjian.server.seal.Sealing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code seal}: gives an installation a key under which it keeps the values of its results, and seals those that it has. From
 * then on a person who knows the passphrase, or has the device, unlocks the server after each start.
 */
@Command(
        name = "seal",
        mixinStandardHelpOptions = true,
        resourceBundle = "messages.server_usage",
        exitCodeOnExecutionException = Main.BAD_INPUT)
final class SealCommand implements Runnable {

    @Mixin
    private final Telling telling = new Telling();

    @Mixin
    private final DatabaseChoice database = new DatabaseChoice();

    @Mixin
    private final PassphraseChoice present = new PassphraseChoice();

    @Option(names = "--token", paramLabel = "FILE", descriptionKey = "seal-token")
    private @Nullable Path token;

    @ArgGroup(exclusive = false)
    private @Nullable Anew anew;

    /** The key is handed over. */
    private static final class Anew {

        @Option(names = "--anew", descriptionKey = "seal-anew", required = true)
        private boolean wanted;

        @Option(names = "--new-passphrase-file", paramLabel = "FILE", descriptionKey = "seal-new-passphrase-file")
        private @Nullable Path file;
    }

    @Override
    public void run() {
        ServerSettings settings = database.settings("");
        Place place = Place.of(settings.data().toString());
        if (!StateDatabase.exists(settings)) {
            throw new ProblemException(place, "server.backup-nothing");
        }
        if (token != null && !Files.isRegularFile(token)) {
            throw new ProblemException(Place.of(token.toString()), "server.token-missing");
        }
        try (StateDatabase state = StateDatabase.start(settings)) {
            if (state.othersConnected()) {
                throw new ProblemException(place, "server.restore-in-use");
            }
            seal(settings, new Sealing(settings, Acts.over(state.source())));
        } catch (SQLException e) {
            throw new ProblemException(place, "server.database-failed", e.getSQLState());
        } catch (IOException e) {
            throw new ProblemException(place, "server.seal-failed", e.getClass().getSimpleName());
        }
    }

    private void seal(ServerSettings settings, Sealing sealing) throws IOException {
        InstallationKey key;
        if (!sealing.begun()) {
            key = sealing.begin(keeper(present));
        } else {
            key = sealing.open(present.word(telling));
            if (anew != null) {
                sealing.handOver(key, keeper(PassphraseChoice.of(anew.file)));
                telling.say("server.seal-handed-over");
            }
        }
        telling.say("server.seal-done", KeptResult.sealAll(settings.data(), key));
    }

    private Sealing.Keeper keeper(PassphraseChoice choice) {
        return token == null ? Sealing.keeper(choice.chosen(telling)) : Sealing.keeper(token, choice.word(telling));
    }
}
