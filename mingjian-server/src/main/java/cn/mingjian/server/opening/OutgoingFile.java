package cn.mingjian.server.opening;

import cn.mingjian.model.folder.LockedFolder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that leaves the server: written into a folder that only the server can enter, sent, and removed.
 *
 * @param type what it is, for the browser
 * @param name what it is called
 */
public record OutgoingFile(String type, String name) {

    /** What folders of such files are called, for the sweep after a dead server. */
    public static final String FOLDER = "export-";

    /** What is written into it. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
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
            try (OutputStream out = Files.newOutputStream(file)) {
                content.writeTo(out);
            }
            kept.run();
            to.setContentType(type);
            to.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
            to.setHeader("Cache-Control", "no-store");
            to.setContentLengthLong(Files.size(file));
            Files.copy(file, to.getOutputStream());
        }
    }
}
