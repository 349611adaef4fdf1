package cn.mingjian.server;

import cn.mingjian.server.sample.SampleOffices;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code demo}: the server with the sample county, in a data folder of its own, with accounts for each role. */
@Command(name = "demo", mixinStandardHelpOptions = true, resourceBundle = "messages.server_usage")
final class DemoCommand implements Runnable {

    @Mixin
    private final Listening listening = new Listening();

    @Override
    public void run() {
        final long started = System.nanoTime();
        StartedServer server = StartedServer.start("demo", listening.arguments());
        SampleOffices offices = server.part(SampleOffices.class);
        boolean first = offices.makeOnce();
        listening.say(
                first ? "server.demo-first" : "server.demo-again",
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started),
                server.address());
        offices.accounts()
                .forEach(account -> listening.say(
                        "server.demo-account", account.login(), account.name().in(listening.language())));
        listening.say("server.demo-password", String.join(", ", offices.levels()), offices.password());
    }
}
