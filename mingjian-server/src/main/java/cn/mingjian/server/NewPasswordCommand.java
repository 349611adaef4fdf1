package cn.mingjian.server;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.identity.LostPassword;
import cn.mingjian.server.installation.ServerSettings;
import cn.mingjian.server.postgres.StateDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code new-password}: for an administrator who lost theirs, at the machine of the installation. */
@Command(
        name = "new-password",
        mixinStandardHelpOptions = true,
        resourceBundle = "messages.server_usage",
        exitCodeOnExecutionException = Main.BAD_INPUT)
final class NewPasswordCommand implements Runnable {

    @Mixin
    private final Telling telling = new Telling();

    @Mixin
    private final DatabaseChoice database = new DatabaseChoice();

    @Parameters(paramLabel = "ACCOUNT", descriptionKey = "new-password-account")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private String account;

    @Override
    public void run() {
        ServerSettings settings = database.settings("");
        if (!StateDatabase.exists(settings)) {
            throw new ProblemException(Place.of(settings.data().toString()), "server.no-installation");
        }
        try (StateDatabase state = StateDatabase.open(settings)) {
            telling.say(
                    "server.new-password",
                    account,
                    LostPassword.over(state.source()).replace(account));
        }
    }
}
