package cn.mingjian.documents.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Documents as files, each one document: a single file, or all files of a folder by name. */
final class DocumentFiles implements DocumentSource {

    private final FileText texts = new FileText();
    private final Path root;
    private final Iterator<Path> files;
    private final long bytes;
    private long bytesRead;

    DocumentFiles(Path root, List<Path> files) throws IOException {
        this.root = root;
        this.files = files.iterator();
        long total = 0;
        for (Path file : files) {
            total += Files.size(file);
        }
        this.bytes = total;
    }

    @Override
    public Optional<Delivered> next() throws IOException {
        if (!files.hasNext()) {
            return Optional.empty();
        }
        Path file = files.next();
        bytesRead += Files.size(file);
        String id = file.equals(root)
                ? String.valueOf(file.getFileName())
                : root.relativize(file).toString().replace('\\', '/');
        return Optional.of(texts.read(file, id));
    }

    @Override
    public long bytesRead() {
        return bytesRead;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        texts.close();
    }
}
