package cn.mingjian.server.delivery;

import cn.mingjian.model.folder.Folders;
import cn.mingjian.server.installation.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Where deliveries lie, readable by the server alone: {@code offices/<office>/deliveries/<id>/} with the folder
 * {@code files} as delivered and, of documents, the folder {@code read} with what was read from them. A folder appears
 * under its name when it is whole.
 */
@Component
public class DeliveryFiles {

    private static final Set<PosixFilePermission> OWNER_READS = PosixFilePermissions.fromString("r--------");
    private static final String PARTIAL = ".partial";

    private final Path offices;

    /** Makes the folder in which uploads lie until they are whole ({@code application.yaml} names it). */
    DeliveryFiles(ServerSettings settings) throws IOException {
        this.offices = settings.data().resolve("offices");
        Folders.makeAnew(settings.data().resolve("uploads"));
    }

    /** The files of a delivery as they were delivered. */
    public Path files(int office, UUID id) {
        return folder(office, id).resolve("files");
    }

    /** What was read from its documents. */
    public Path read(int office, UUID id) {
        return folder(office, id).resolve("read");
    }

    /** A new folder for what is being read; what an earlier try left is gone. */
    public Path beginReading(int office, UUID id) throws IOException {
        return Folders.makeAnew(folder(office, id).resolve("read" + PARTIAL));
    }

    /** What was read is whole. */
    public void finishReading(int office, UUID id) throws IOException {
        Path read = read(office, id);
        Folders.delete(read);
        Files.move(read.resolveSibling("read" + PARTIAL), read, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A new folder for files that are being received. */
    Path beginReceiving(int office, UUID id) throws IOException {
        Path receiving = Folders.makeAnew(receiving(office, id));
        return Folders.make(receiving.resolve("files"));
    }

    /** All files were received; none of them changes any more. */
    void finishReceiving(int office, UUID id) throws IOException {
        Path receiving = receiving(office, id);
        for (Path file : Folders.list(receiving.resolve("files"))) {
            Files.setPosixFilePermissions(file, OWNER_READS);
        }
        Files.move(receiving, folder(office, id), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes all that lies of a delivery. */
    public void remove(int office, UUID id) {
        try {
            Folders.delete(folder(office, id));
            Folders.delete(receiving(office, id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what no delivery is kept of: what a server that died left behind. */
    void sweep(Predicate<UUID> kept) {
        try {
            for (Path office : Folders.list(offices)) {
                for (Path folder : Folders.list(office.resolve("deliveries"))) {
                    String name = folder.getFileName().toString();
                    if (name.endsWith(PARTIAL) || !kept.test(UUID.fromString(name))) {
                        Folders.delete(folder);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path receiving(int office, UUID id) {
        return folder(office, id).resolveSibling(id + PARTIAL);
    }

    private Path folder(int office, UUID id) {
        return offices.resolve(String.valueOf(office)).resolve("deliveries").resolve(id.toString());
    }
}
