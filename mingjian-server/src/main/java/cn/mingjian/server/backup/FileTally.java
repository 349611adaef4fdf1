package cn.mingjian.server.backup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Counts files as they pass, and digests their names and contents in this order. */
final class FileTally {

    private final MessageDigest digest = Digests.sha256();
    private long files;
    private long bytes;

    /** What passed. */
    record Sum(long files, long bytes, String sha256) {}

    void add(String name, long size, String sha256) {
        files++;
        bytes += size;
        digest.update((name + "\n" + size + "\n" + sha256 + "\n").getBytes(StandardCharsets.UTF_8));
    }

    Sum sum() {
        return new Sum(files, bytes, Digests.hex(digest));
    }
}
