package cn.mingjian.cli.release;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A release that was looked through: its files are those that were signed.
 *
 * @param id its version, and the first digits of the digest of its sums
 */
record Release(Path folder, String id, ReleaseKey key) {

    static final String VERSION = "VERSION";
    static final String KEY = "mingjian-release.pub";

    /** @throws ProblemException when a file is missing, changed or one too many, or the signature is of another key */
    static Release verified(Path folder, ReleaseKey key) throws IOException {
        Path sums = folder.resolve(Sums.FILE);
        if (!Files.exists(sums)) {
            throw new ProblemException(Place.of(folder.toString()), "cli.release-none");
        }
        key.verify(sums, Sums.signature(sums));
        Sums.check(folder);
        String version = Files.readString(folder.resolve(VERSION)).strip();
        return new Release(folder, version + "-" + Sums.shortDigest(sums), key);
    }
}
