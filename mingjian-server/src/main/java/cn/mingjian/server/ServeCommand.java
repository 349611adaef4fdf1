package cn.mingjian.server;

import cn.mingjian.server.identity.Accounts;
import cn.mingjian.server.identity.SetupCode;
import cn.mingjian.server.installation.ServerSettings;
import cn.mingjian.server.installation.Volume;
import cn.mingjian.server.seal.Unlocking;
import cn.mingjian.server.source.Drivers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code serve}: the server on its own data folder; an empty one waits for its first administrators. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        resourceBundle = "messages.server_usage",
        exitCodeOnExecutionException = Main.FAILED)
final class ServeCommand implements Runnable {

    private static final int MOST_TRIES = 3;

    @Mixin
    private final Listening listening = new Listening();

    @Mixin
    private final Telling telling = new Telling();

    @Mixin
    private final DatabaseChoice database = new DatabaseChoice();

    @Mixin
    private final PassphraseChoice passphrase = new PassphraseChoice();

    @Override
    public void run() {
        ServerSettings settings = database.settings("");
        StartedServer server = StartedServer.start(settings, listening.arguments());
        telling.say("server.volume-" + Volume.encryption(settings.data()), settings.data());
        Drivers drivers = server.part(Drivers.class);
        drivers.found().forEach(one -> telling.say("sources.driver-found", one.name(), one.version(), one.jar()));
        drivers.problems()
                .forEach(problem ->
                        telling.say(problem.code(), problem.arguments().toArray()));
        telling.say("server.ready", server.address());
        if (!server.part(Accounts.class).any()) {
            telling.say(
                    "server.set-up-here",
                    server.address(),
                    server.part(SetupCode.class).text());
        }
        unlock(server.part(Unlocking.class));
    }

    /** A server that nobody unlocks here works, and is unlocked on its pages. */
    private void unlock(Unlocking unlocking) {
        for (int tries = 0; unlocking.needed() && tries < MOST_TRIES; tries++) {
            String word = passphrase.offered(telling);
            if (word.isEmpty()) {
                break;
            }
            telling.say(unlocking.atMachine(word) ? "server.seal-unlocked" : "server.seal-word-wrong");
        }
        if (unlocking.needed()) {
            telling.say("server.seal-locked");
        }
    }
}
