package cn.mingjian.server.opening;

import cn.mingjian.model.folder.LockedFolder;
import cn.mingjian.server.cipher.Passphrase;
import cn.mingjian.server.cipher.SealedOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A file that leaves the server: written into a folder that only the server can enter, sent, and removed; sealed from its
 * first byte where the person who takes it gave a passphrase, which is kept nowhere.
 *
 * @param type what it is, for the browser
 * @param name what it is called
 */
public record OutgoingFile(
        String type, String name, @Nullable Passphrase passphrase) {

    /** What folders of such files are called, for the sweep after a dead server. */
    public static final String FOLDER = "export-";

    private static final String SEALED_TYPE = "application/octet-stream";
    private static final String SEALED_ENDING = ".sealed";
    /** Each takes the memory that a guess costs. */
    private static final int SEALED_AT_ONCE = 2;

    private static final Semaphore SEALING = new Semaphore(SEALED_AT_ONCE, true);

    /** What is written into it. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** One that leaves as it is. */
    public static OutgoingFile plain(String type, String name) {
        return new OutgoingFile(type, name, null);
    }

    /** One that leaves sealed where somebody gave a passphrase; refuses one that is too short. */
    static OutgoingFile under(@Nullable String passphrase, String type, String name) {
        return passphrase == null || passphrase.isEmpty()
                ? plain(type, name)
                : new OutgoingFile(type, name, new Passphrase(passphrase));
    }

    /** Whether nobody reads it without the passphrase. */
    public boolean sealed() {
        return passphrase != null;
    }

    /**
     * Writes and sends it.
     *
     * @param work where folders for passing work are made
     * @param kept keeps that it leaves; before its first byte does
     */
    public void send(Path work, Content content, Runnable kept, HttpServletResponse to) throws IOException {
        try (LockedFolder folder = LockedFolder.make(work, FOLDER)) {
            Path file = folder.path().resolve("file");
            write(file, content);
            kept.run();
            to.setContentType(sealed() ? SEALED_TYPE : type);
            String called = sealed() ? name + SEALED_ENDING : name;
            to.setHeader("Content-Disposition", "attachment; filename=\"" + called + "\"");
            to.setHeader("Cache-Control", "no-store");
            to.setContentLengthLong(Files.size(file));
            Files.copy(file, to.getOutputStream());
        }
    }

    private void write(Path file, Content content) throws IOException {
        if (passphrase == null) {
            try (OutputStream out = Files.newOutputStream(file)) {
                content.writeTo(out);
            }
            return;
        }
        SEALING.acquireUninterruptibly();
        try (OutputStream out = SealedOutput.begin(Files.newOutputStream(file), passphrase)) {
            content.writeTo(out);
        } finally {
            SEALING.release();
        }
    }
}
