package cn.mingjian.documents.source;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The text of one file, which is one document. */
final class FileText {

    private FileText() {}

    /** The document in a file; its id is the name of the file. */
    static Delivered read(Path file, String id) throws IOException {
        long size = Files.size(file);
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

    private static Delivered unreadable(Path file, String id, String code, Object... arguments) {
        return Delivered.unreadable(id, Problem.warning(Place.of(file.toString()), code, arguments));
    }
}
