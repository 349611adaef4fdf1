package cn.mingjian.model.dataset;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A dataset version on disk.
 *
 * @param folder holds the manifest and the files that it names
 */
public record DatasetVersion(Path folder, Manifest manifest) {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT);

    /** Reads the version in a folder. */
    public static DatasetVersion read(Path folder) {
        try {
            return new DatasetVersion(
                    folder, JSON.readValue(folder.resolve(Manifest.FILE).toFile(), Manifest.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a manifest into a folder whose parts are complete. */
    public static DatasetVersion write(Path folder, Manifest manifest) {
        try {
            JSON.writeValue(folder.resolve(Manifest.FILE).toFile(), manifest);
            return new DatasetVersion(folder, manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path of one of its files. */
    public Path path(String file) {
        return folder.resolve(file);
    }
}
