package cn.mingjian.documents.source;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens what a person hands over: lines of JSON, one document, or a folder of documents. */
public final class DocumentSources {

    private DocumentSources() {}

    /**
     * The documents in a file or folder.
     *
     * @param textField the field of a JSON object that holds the text; needed for lines of JSON, and only there
     * @param idField the field that holds the id; without it a document is named by the number of its line
     * @throws ProblemException when there is no such file, or the field is missing
     */
    public static DocumentSource open(Path path, Optional<String> textField, Optional<String> idField)
            throws IOException {
        if (!Files.exists(path)) {
            throw new ProblemException(Place.of(path.toString()), "source.no-file");
        }
        if (Files.isDirectory(path)) {
            return new DocumentFiles(path, files(path));
        }
        if (textField.isPresent()) {
            return new JsonLines(path, textField.get(), idField);
        }
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json")) {
            throw new ProblemException(Place.of(path.toString()), "source.which-field");
        }
        return new DocumentFiles(path, List.of(path));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
