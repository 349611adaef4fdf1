package cn.mingjian.server.draft;

import java.util.Objects;

/**
 * A file of a draft.
 *
 * @param path within the package, as {@code tests/first.yaml}
 */
public record DraftFile(String path, String text) {

    public DraftFile {
        Objects.requireNonNull(path);
        Objects.requireNonNull(text);
    }
}
