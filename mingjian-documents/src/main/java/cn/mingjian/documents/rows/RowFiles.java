package cn.mingjian.documents.rows;

import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.output.LinesFile;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A folder with a file of JSON lines a contract ({@code <contract>.jsonl}), as {@code run --data} takes it. */
public final class RowFiles implements AutoCloseable {

    private static final ObjectWriter WRITER = new ObjectMapper()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .writer();

    private final Path folder;
    private final RowMaker maker;
    private final Map<String, LinesFile> files = new TreeMap<>();

    /** @param folder made where it is not there */
    public RowFiles(Path folder, RowMaker maker) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.maker = maker;
    }

    /** Writes the rows of a document. */
    public void add(Extraction extraction) throws IOException {
        for (Map.Entry<String, List<ObjectNode>> contract :
                maker.rows(extraction).entrySet()) {
            if (!contract.getValue().isEmpty() && !files.containsKey(contract.getKey())) {
                files.put(contract.getKey(), new LinesFile(folder.resolve(contract.getKey() + ".jsonl")));
            }
            LinesFile file = files.get(contract.getKey());
            for (ObjectNode row : contract.getValue()) {
                if (file != null) {
                    file.line(WRITER.writeValueAsString(row));
                }
            }
        }
    }

    /** Gives the files their names. */
    public void finish() throws IOException {
        for (LinesFile file : files.values()) {
            file.finish();
        }
    }

    /** Removes what was not finished. */
    @Override
    public void close() throws IOException {
        for (LinesFile file : files.values()) {
            file.close();
        }
    }
}
