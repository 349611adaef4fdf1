package cn.mingjian.server.source;

import cn.mingjian.model.Words;
import cn.mingjian.model.folder.Folders;
import cn.mingjian.server.problem.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A file of a watched folder that is being taken in. It lies alone in {@code taking/<when>-<id>/}, where the id is that of
 * the delivery that it becomes: whoever goes on after a server that died knows by it what was done already.
 *
 * @param claim that folder
 */
record ClaimedFile(Path claim, Path file, UUID id) {

    private static final int ID = 36;
    private static final int BUFFER = 1 << 16;

    /** The file in a folder of claims; the folder's name ends with the id. */
    static ClaimedFile in(Path claim, Path file) {
        String name = claim.getFileName().toString();
        return new ClaimedFile(claim, file, UUID.fromString(name.substring(name.length() - ID)));
    }

    String name() {
        return file.getFileName().toString();
    }

    /** Refuses what is no plain file of this folder alone: links lead elsewhere, and so would their content. */
    void checkPlain(long mostBytes) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Map<String, Object> unix = Files.readAttributes(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile() || !Integer.valueOf(1).equals(unix.get("nlink"))) {
            throw Refusal.bad("sources.no-plain-file");
        }
        if (attributes.size() > mostBytes) {
            throw Refusal.bad("sources.too-large", mostBytes >> 20);
        }
    }

    /** Copies it, as far as it may be long: whoever put it there may still write to it. */
    void copy(Path to, long mostBytes) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long copied = 0;
        try (InputStream in = open();
                OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                copied += read;
                if (copied > mostBytes) {
                    throw Refusal.bad("sources.too-large", mostBytes >> 20);
                }
                out.write(buffer, 0, read);
            }
        }
    }

    /** What is the same for the same content. */
    static String digest(InputStream content) throws IOException {
        try (DigestInputStream in = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    InputStream open() throws IOException {
        return Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    /** Puts it into {@code taken} or {@code refused}, with the reason in a file beside it: both by one rename. */
    void moveTo(Path folder, List<Words> reasons) throws IOException {
        String text = reasons.stream().map(Words::zh).collect(Collectors.joining("\n"))
                + "\n\n"
                + reasons.stream().map(Words::en).collect(Collectors.joining("\n"))
                + "\n";
        Folders.write(claim.resolve(name() + ".txt"), text);
        Files.move(claim, Folders.make(folder).resolve(claim.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
}
