package cn.mingjian.server.dataset;

import cn.mingjian.intake.store.VersionFolder;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.dataset.Manifest;
import cn.mingjian.model.folder.Folders;
import cn.mingjian.server.installation.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Where the rows of datasets lie, readable by the server alone: {@code offices/<office>/datasets/<dataset>/<number>/}, a
 * folder of immutable parts with their manifest, and the rows that could not be taken. It appears when it is whole.
 */
@Component
class DatasetFiles {

    private static final String REJECTED = "rejected.csv";

    private final Path offices;
    private final Path work;

    DatasetFiles(ServerSettings settings) {
        this.offices = settings.data().resolve("offices");
        this.work = settings.work();
    }

    /** Where a version is to be made; what an earlier try left is gone. */
    Path target(Version version) throws IOException {
        Path dataset = Folders.make(dataset(version.office(), version.dataset()));
        Path folder = folder(version);
        VersionFolder.sweep(dataset);
        Folders.delete(folder);
        return folder;
    }

    /** A version that is there. */
    DatasetVersion version(Version version) {
        return DatasetVersion.read(folder(version));
    }

    Path folder(Version version) {
        return dataset(version.office(), version.dataset()).resolve(String.valueOf(version.number()));
    }

    /** The rows of a version that could not be taken, for whoever mends them. */
    Path rejected(Version version) {
        return folder(version).resolve(REJECTED);
    }

    /** Where folders for passing work are made. */
    Path work() {
        return work;
    }

    /** What proves which rows a version had. */
    String digest(Version version) {
        try {
            byte[] manifest = Files.readAllBytes(folder(version).resolve(Manifest.FILE));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(manifest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Removes the rows of a version. */
    void remove(Version version) {
        delete(folder(version));
    }

    /**
     * Removes what servers that died left behind.
     *
     * @param kept whether a version is there for use
     */
    void sweep(BiPredicate<UUID, Integer> kept) {
        for (Path office : list(offices)) {
            for (Path dataset : list(office.resolve("datasets"))) {
                UUID id = UUID.fromString(dataset.getFileName().toString());
                sweepPartials(dataset);
                for (Path version : list(dataset)) {
                    String name = version.getFileName().toString();
                    if (name.matches("\\d+") && !kept.test(id, Integer.valueOf(name))) {
                        delete(version);
                    }
                }
            }
        }
    }

    private static void sweepPartials(Path dataset) {
        try {
            VersionFolder.sweep(dataset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path dataset(int office, UUID id) {
        return offices.resolve(String.valueOf(office)).resolve("datasets").resolve(id.toString());
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
