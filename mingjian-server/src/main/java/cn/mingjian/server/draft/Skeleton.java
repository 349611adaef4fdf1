package cn.mingjian.server.draft;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What an empty draft begins with: all that a package must have, small enough to be written over. */
final class Skeleton {

    private static final List<String> PATHS = List.of("model.yaml", "README.md", "tests/first.yaml");

    private Skeleton() {}

    static DraftText text() {
        Stream<DraftFile> files = PATHS.stream().map(path -> new DraftFile(path, read(path)));
        return DraftText.of(files.toList());
    }

    private static String read(String path) {
        try (InputStream in = Skeleton.class.getResourceAsStream("/draft/" + path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
