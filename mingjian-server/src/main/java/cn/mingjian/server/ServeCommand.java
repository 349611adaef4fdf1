package cn.mingjian.server;

import cn.mingjian.server.identity.Accounts;
import cn.mingjian.server.identity.SetupCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code serve}: the server on its own data folder; an empty one waits for its first administrators. */
@Command(name = "serve", mixinStandardHelpOptions = true, resourceBundle = "messages.server_usage")
final class ServeCommand implements Runnable {

    @Mixin
    private final Listening listening = new Listening();

    @Override
    public void run() {
        StartedServer server = StartedServer.start("", listening.arguments());
        listening.say("server.ready", server.address());
        if (!server.part(Accounts.class).any()) {
            listening.say(
                    "server.set-up-here",
                    server.address(),
                    server.part(SetupCode.class).text());
        }
    }
}
