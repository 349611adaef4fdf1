package cn.mingjian.cli.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The state of the server, saved before an upgrade and brought back by a roll-back; each release does it with its own commands. */
public interface StateFiles {

    /**
     * Saves it.
     *
     * @return the file, none where there is no state yet
     */
    Optional<Path> save(Path release, Path file, Path passphrase) throws IOException;

    /** Brings it back, if the schema is a later one by now. */
    void bringBack(Path release, Path file, Path passphrase) throws IOException;
}
