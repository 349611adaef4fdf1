package cn.mingjian.server.document;

import cn.mingjian.documents.source.DocumentSource;
import cn.mingjian.documents.source.DocumentSources;
import cn.mingjian.model.folder.Folders;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.delivery.SafeNames;
import cn.mingjian.server.delivery.Secrecy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The documents of a delivery laid out for reading: each file in one folder, archives unpacked within bounds, lines of JSON
 * apart.
 */
final class Staging implements AutoCloseable {

    private static final int MOST_FILES = 100_000;
    private static final long MOST_BYTES = 8L << 30;
    private static final int DEEPEST = 8;
    private static final int BLOCK = 1 << 16;

    private final Path folder;
    private final Secrecy secrecy;
    private final List<Path> lines = new ArrayList<>();
    private final Map<Path, SafeNames> names = new HashMap<>();
    private int documents;
    private long bytes;

    private Staging(Path folder, Secrecy secrecy) {
        this.folder = folder;
        this.secrecy = secrecy;
    }

    /**
     * Lays out the files of a delivery.
     *
     * @throws ProblemException when there are too many, an archive is broken, or a name carries the mark of a secret
     */
    static Staging of(Path delivered, Path folder, Secrecy secrecy) throws IOException {
        Staging staging = new Staging(Files.createDirectory(folder), secrecy);
        List<Path> files;
        try (Stream<Path> found = Files.list(delivered)) {
            files = found.sorted().toList();
        }
        for (Path file : files) {
            staging.add(file);
        }
        return staging;
    }

    private void add(Path file) throws IOException {
        String name = file.getFileName().toString();
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".jsonl") || lower.endsWith(".ndjson") || lower.endsWith(".json")) {
            lines.add(file);
            documents += lines(file);
        } else if (lower.endsWith(".zip")) {
            unpack(file, folder.resolve(name));
        } else {
            Files.createLink(folder.resolve(name), file);
            documents++;
        }
    }

    private static int lines(Path file) throws IOException {
        int count = 0;
        boolean begun = false;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] block = new byte[BLOCK];
            for (int length = in.read(block); length >= 0; length = in.read(block)) {
                for (int i = 0; i < length; i++) {
                    begun = block[i] != '\n';
                    count += begun ? 0 : 1;
                }
            }
        }
        return begun ? count + 1 : count;
    }

    private void unpack(Path archive, Path target) throws IOException {
        try (ZipFile zip = opened(archive)) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory() && isDocument(entry.getName())) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        copy(in, place(target, entry.getName()), archive);
                    }
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new ProblemException(Place.of(archive.getFileName().toString()), "server.archive-broken");
        }
    }

    /** Names in archives made on Chinese systems are often in GB18030. */
    private static ZipFile opened(Path archive) throws IOException {
        try {
            return new ZipFile(archive.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            return new ZipFile(archive.toFile(), Charset.forName("GB18030"));
        }
    }

    private static boolean isDocument(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return !last.startsWith(".") && !last.startsWith("~$") && !name.startsWith("__MACOSX/");
    }

    private Path place(Path target, String name) throws IOException {
        if (secrecy.refusesName(name.substring(name.lastIndexOf('/') + 1))) {
            throw new ProblemException(Place.of(""), "server.secrecy-mark", name);
        }
        String[] parts = name.split("/", DEEPEST);
        Path at = target;
        for (int i = 0; i < parts.length - 1; i++) {
            at = at.resolve(new SafeNames().next(parts[i]));
        }
        Files.createDirectories(at);
        return at.resolve(names.computeIfAbsent(at, any -> new SafeNames()).next(parts[parts.length - 1]));
    }

    private void copy(InputStream in, Path file, Path archive) throws IOException {
        documents++;
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] block = new byte[BLOCK];
            for (int length = in.read(block); length >= 0; length = in.read(block)) {
                bytes += length;
                if (bytes > MOST_BYTES || documents > MOST_FILES) {
                    throw new ProblemException(
                            Place.of(archive.getFileName().toString()), "server.archive-too-large", MOST_FILES);
                }
                out.write(block, 0, length);
            }
        }
    }

    /** How many documents there are; lines of JSON count as far as they are lines. */
    int documents() {
        return documents;
    }

    /** What is to be read, one after the other. */
    List<Opening> sources() throws IOException {
        List<Opening> sources = new ArrayList<>();
        try (Stream<Path> any = Files.list(folder)) {
            if (any.findAny().isPresent()) {
                sources.add(() -> DocumentSources.open(folder, Optional.empty(), Optional.empty()));
            }
        }
        for (Path file : lines) {
            sources.add(() -> {
                JsonFields fields = JsonFields.of(file);
                return DocumentSources.open(file, Optional.of(fields.text()), fields.id());
            });
        }
        return sources;
    }

    /** Opens a source when its turn comes. */
    interface Opening {
        DocumentSource open() throws IOException;
    }

    @Override
    public void close() throws IOException {
        Folders.delete(folder);
    }
}
