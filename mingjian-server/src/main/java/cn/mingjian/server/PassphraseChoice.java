package cn.mingjian.server;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.cipher.Passphrase;
import java.io.Console;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the passphrase of a backup comes from: the terminal, or a file; never an argument, which all can read. */
final class PassphraseChoice {

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphrase-file")
    private @Nullable Path file;

    /** One that exists. */
    Passphrase asked(Telling telling) {
        return file == null ? new Passphrase(ask(telling, "server.passphrase")) : Passphrase.of(file);
    }

    /** A new one, which is asked for twice. */
    Passphrase chosen(Telling telling) {
        Passphrase first = asked(telling);
        if (file == null && !first.text().equals(ask(telling, "server.passphrase-again"))) {
            throw new ProblemException(Place.of(""), "server.passphrase-differs");
        }
        return first;
    }

    private static String ask(Telling telling, String key) {
        Console console = Optional.ofNullable(System.console())
                .orElseThrow(() -> new ProblemException(Place.of(""), "server.passphrase-missing"));
        char[] answer = console.readPassword("%s ", telling.text(key));
        if (answer == null) {
            throw new ProblemException(Place.of(""), "server.passphrase-missing");
        }
        return new String(answer);
    }
}
