package cn.mingjian.server.backup;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.cipher.Passphrase;
import cn.mingjian.server.cipher.SealException;
import cn.mingjian.server.cipher.SealedInput;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup while it is read, entry by entry. */
final class ArchiveReader implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_JSON = 1 << 26;

    private final TarArchiveInputStream tar;

    private ArchiveReader(TarArchiveInputStream tar) {
        this.tar = tar;
    }

    /**
     * Reads a backup to its end without taking anything from it: after that it is known to be whole.
     *
     * @throws ProblemException when it cannot be opened, was changed or is not whole
     */
    static void check(Path file, Passphrase passphrase) throws IOException {
        try (InputStream sealed = sealed(file, passphrase)) {
            sealed.transferTo(OutputStream.nullOutputStream());
        } catch (SealException e) {
            throw new ProblemException(Place.of(file.toString()), e.fault().code());
        }
    }

    static ArchiveReader open(Path file, Passphrase passphrase) throws IOException {
        return new ArchiveReader(new TarArchiveInputStream(
                new GzipCompressorInputStream(new BufferedInputStream(sealed(file, passphrase), BUFFER)), "UTF-8"));
    }

    private static InputStream sealed(Path file, Passphrase passphrase) throws IOException {
        return SealedInput.open(new BufferedInputStream(Files.newInputStream(file), BUFFER), passphrase);
    }

    Optional<TarArchiveEntry> next() throws IOException {
        return Optional.ofNullable(tar.getNextEntry());
    }

    /** What the present entry holds. */
    InputStream content() {
        return tar;
    }

    <T> T json(Class<T> type) throws IOException {
        try {
            return JsonMapper.shared().readValue(tar.readNBytes(LONGEST_JSON), type);
        } catch (JacksonException e) {
            throw new IOException("An entry is no " + type.getSimpleName(), e);
        }
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
