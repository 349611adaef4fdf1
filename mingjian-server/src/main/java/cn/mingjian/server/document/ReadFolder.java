package cn.mingjian.server.document;

import cn.mingjian.server.delivery.Brought;
import cn.mingjian.server.delivery.DeliveryFiles;
import cn.mingjian.server.document.Documents.Line;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was read from the documents of a delivery: the folder {@code read} with the file of elements, a line a document, and
 * the folder of rows that models take.
 */
@Component
class ReadFolder {

    static final String ELEMENTS = "elements.jsonl";
    static final String ROWS = "rows";

    private final DeliveryFiles files;

    ReadFolder(DeliveryFiles files) {
        this.files = files;
    }

    /** A document as it was read: its id in the delivery and its text. */
    record Read(String id, String text) {}

    /** The files as they were delivered. */
    Path delivered(Brought brought) {
        return files.files(brought.office(), brought.id());
    }

    /** A new folder for a reading. */
    Path begin(Brought brought) throws IOException {
        return files.beginReading(brought.office(), brought.id());
    }

    /** A new folder for other rows of the documents that were read. */
    Path beginAgain(Brought brought) throws IOException {
        Path elements = elements(brought.office(), brought.id());
        Path folder = begin(brought);
        Files.createLink(folder.resolve(ELEMENTS), elements);
        return folder;
    }

    /** What was read stands in place of what was read before. */
    void finish(Brought brought) throws IOException {
        files.finishReading(brought.office(), brought.id());
    }

    /** Removes everything, what was delivered too. */
    void remove(Brought brought) {
        files.remove(brought.office(), brought.id());
    }

    /** The documents that were read, in their order. */
    BufferedReader lines(Brought brought) throws IOException {
        return Files.newBufferedReader(elements(brought.office(), brought.id()), StandardCharsets.UTF_8);
    }

    /** One document, found by where its line lies. */
    Read document(Brought brought, Line line) {
        try (SeekableByteChannel channel = Files.newByteChannel(elements(brought.office(), brought.id()))) {
            ByteBuffer bytes = ByteBuffer.allocate(line.bytes());
            channel.position(line.start());
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // Until the line is whole.
            }
            return parsed(new String(bytes.array(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Read parsed(String line) {
        JsonNode document = JsonMapper.shared().readTree(line);
        return new Read(document.path("id").asString(), document.path("text").asString());
    }

    private Path elements(int office, UUID id) {
        return files.read(office, id).resolve(ELEMENTS);
    }
}
