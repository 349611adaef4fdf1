package cn.mingjian.server;

import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a server listens, and the language of what it prints. */
final class Listening {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "port", defaultValue = "8790")
    private int port;

    @Option(names = "--address", paramLabel = "ADDRESS", descriptionKey = "address", defaultValue = "127.0.0.1")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private String address;

    @Option(names = "--lang", descriptionKey = "lang", defaultValue = "ZH")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private Language language;

    List<String> arguments() {
        return List.of("--server.port=" + port, "--server.address=" + address);
    }

    void say(String key, Object... arguments) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(Messages.text(language, key, arguments));
    }

    Language language() {
        return language;
    }
}
