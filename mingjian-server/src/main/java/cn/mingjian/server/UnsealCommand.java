package cn.mingjian.server;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.cipher.Passphrase;
import cn.mingjian.server.cipher.SealException;
import cn.mingjian.server.cipher.SealedInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code unseal}: opens a file that left a server sealed. What it writes appears whole or not at all, for its owner alone. */
@Command(
        name = "unseal",
        mixinStandardHelpOptions = true,
        resourceBundle = "messages.server_usage",
        exitCodeOnExecutionException = Main.BAD_INPUT)
final class UnsealCommand implements Runnable {

    private static final String ENDING = ".sealed";

    @Mixin
    private final Telling telling = new Telling();

    @Mixin
    private final PassphraseChoice passphrase = new PassphraseChoice();

    @Parameters(paramLabel = "FILE", descriptionKey = "unseal-file")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private Path file;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "unseal-out")
    private @Nullable Path out;

    @Override
    public void run() {
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(Place.of(file.toString()), "server.backup-missing");
        }
        Path target = (out == null ? beside() : out).toAbsolutePath();
        if (Files.exists(target)) {
            throw new ProblemException(Place.of(target.toString()), "server.unseal-there");
        }
        Passphrase known = passphrase.asked(telling);
        try {
            unseal(known, target);
        } catch (SealException e) {
            throw new ProblemException(Place.of(file.toString()), e.fault().code());
        } catch (IOException e) {
            throw new ProblemException(
                    Place.of(target.toString()),
                    "server.unseal-failed",
                    e.getClass().getSimpleName());
        }
        telling.say("server.unseal-done", target);
    }

    private void unseal(Passphrase known, Path target) throws IOException {
        Path partial = Files.createTempFile(
                target.getParent(),
                ".unseal",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            try (InputStream in = SealedInput.open(Files.newInputStream(file), known);
                    OutputStream to = Files.newOutputStream(partial)) {
                in.transferTo(to);
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private Path beside() {
        String name = file.getFileName().toString();
        if (!name.endsWith(ENDING)) {
            throw new ProblemException(Place.of(file.toString()), "server.unseal-name", ENDING);
        }
        return file.resolveSibling(name.substring(0, name.length() - ENDING.length()));
    }
}
