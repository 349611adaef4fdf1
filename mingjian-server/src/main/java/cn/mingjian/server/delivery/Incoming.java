package cn.mingjian.server.delivery;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file on its way in.
 *
 * @param name as it was given
 */
public record Incoming(String name, Content content) {

    /** What is in it. */
    @FunctionalInterface
    public interface Content {

        /** Writes it to a file that is not there yet. */
        void to(Path file) throws IOException;
    }
}
