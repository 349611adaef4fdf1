package cn.mingjian.documents.source;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The text of one file, which is one document: Word or PDF by its first bytes, else plain text. */
final class FileText implements AutoCloseable {

    private static final int START = 4;

    private final OfficeReader office = new OfficeReader();

    /** The document in a file; its id is the name of the file. */
    Delivered read(Path file, String id) throws IOException {
        long size = Files.size(file);
        Optional<OfficeFormat> format = OfficeFormat.of(start(file));
        if (format.isPresent()) {
            Delivered document = size > Limits.FILE_BYTES
                    ? unreadable(file, id, "source.file-too-long", Limits.FILE_BYTES)
                    : office.read(file, id);
            return format.get() == OfficeFormat.OLD_WORD
                    ? document.noted(Problem.warning(Place.of(file.toString()), "source.old-word"))
                    : document;
        }
        if (size > Limits.TEXT_BYTES) {
            return unreadable(file, id, "source.file-too-long", Limits.TEXT_BYTES);
        }
        byte[] bytes = Files.readAllBytes(file);
        Optional<String> text = TextDecoding.decode(bytes, bytes.length);
        if (text.isEmpty()) {
            return unreadable(file, id, "source.unknown-encoding");
        }
        return text.get().length() > Limits.CHARACTERS
                ? unreadable(file, id, "source.too-long", Limits.CHARACTERS)
                : Delivered.read(id, text.get());
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(START);
        }
    }

    @Override
    public void close() {
        office.close();
    }

    static Delivered unreadable(Path file, String id, String code, Object... arguments) {
        return Delivered.unreadable(id, Problem.warning(Place.of(file.toString()), code, arguments));
    }
}
