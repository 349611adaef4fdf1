package cn.mingjian.server;

import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a command prints, and in which language. */
final class Telling {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    @Option(names = "--lang", descriptionKey = "lang", defaultValue = "ZH")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private Language language;

    void say(String key, Object... arguments) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text(key, arguments));
    }

    String text(String key, Object... arguments) {
        return Messages.text(language, key, arguments);
    }

    Language language() {
        return language;
    }
}
