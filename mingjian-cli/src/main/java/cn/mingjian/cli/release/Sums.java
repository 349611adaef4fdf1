package cn.mingjian.cli.release;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** SHA-256 of files, as {@code sha256sum -c} reads them. */
final class Sums {

    static final String FILE = "SHA256SUMS";

    private Sums() {}

    static Path signature(Path file) {
        return file.resolveSibling(file.getFileName() + ".sig");
    }

    static String of(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(content, sha256())) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        }
    }

    static String line(Path file, String name) throws IOException {
        return of(file) + "  " + name + "\n";
    }

    /** The sums of all files of a folder, in the order of their names, but of the sums themselves and their signature. */
    static String ofFolder(Path folder) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : files(folder)) {
            String name = folder.relativize(file).toString();
            if (!name.equals(FILE) && !name.equals(FILE + ".sig")) {
                lines.append(line(file, name));
            }
        }
        return lines.toString();
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .sorted((one, other) -> one.toString().compareTo(other.toString()))
                    .collect(Collectors.toList());
        }
    }

    /**
     * Looks whether a folder holds just the files of its sums, each as it was.
     *
     * @throws ProblemException when it does not
     */
    static void check(Path folder) throws IOException {
        List<String> expected = Files.readAllLines(folder.resolve(FILE));
        List<String> found = ofFolder(folder).lines().toList();
        if (!found.equals(expected)) {
            String first = Stream.concat(found.stream(), expected.stream())
                    .filter(line -> found.contains(line) != expected.contains(line))
                    .findFirst()
                    .orElse("");
            throw new ProblemException(
                    Place.of(folder.toString()), "cli.release-changed", first.replaceFirst("^\\S+\\s+", ""));
        }
    }

    static String shortDigest(Path file) throws IOException {
        return of(file).substring(0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
