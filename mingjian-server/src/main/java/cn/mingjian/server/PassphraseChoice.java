package cn.mingjian.server;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.cipher.Passphrase;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the passphrase of a backup comes from: the terminal, or a file; never an argument, which all can read. */
final class PassphraseChoice {

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphrase-file")
    private @Nullable Path file;

    /** The first line of a file, or what the terminal is asked for where there is none. */
    static PassphraseChoice of(@Nullable Path file) {
        PassphraseChoice choice = new PassphraseChoice();
        choice.file = file;
        return choice;
    }

    /** One that exists. */
    Passphrase asked(Telling telling) {
        return new Passphrase(word(telling));
    }

    /** One that exists, or the PIN of a device. */
    String word(Telling telling) {
        return file == null ? ask(telling, "server.passphrase") : firstLine(file);
    }

    /** The same where there is a file or a terminal; empty where there is neither, or nothing was typed. */
    String offered(Telling telling) {
        return file == null && System.console() == null ? "" : word(telling);
    }

    /** A new one, which is asked for twice. */
    Passphrase chosen(Telling telling) {
        Passphrase first = asked(telling);
        if (file == null && !first.text().equals(ask(telling, "server.passphrase-again"))) {
            throw new ProblemException(Place.of(""), "server.passphrase-differs");
        }
        return first;
    }

    private static String firstLine(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (IOException e) {
            throw new ProblemException(Place.of(file.toString()), "server.passphrase-unreadable");
        }
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
