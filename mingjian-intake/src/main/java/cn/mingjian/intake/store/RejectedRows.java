package cn.mingjian.intake.store;

import cn.mingjian.intake.clean.Reason;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The file of rows that could not be taken, for whoever mends the delivery: UTF-8 with mark, so that spreadsheets show
 * it. Cells are JSON in one column, so that no spreadsheet takes one for a formula; of a record that is broken as such no
 * cell is kept, because none can be told to be of a column that was asked for.
 */
final class RejectedRows implements Closeable {

    /** Name in the version's folder. */
    static final String FILE = "rejected.csv";

    private final Writer out;
    private final Map<String, Column> columns;
    private final Map<Why, String> words = new HashMap<>();
    private String file = "";
    private String sheet = "";

    /** What the words of a row depend on. */
    private record Why(Reason reason, String column) {}

    /** @param columns of the contract by name, which say what a code column may hold */
    RejectedRows(Path folder, Map<String, Column> columns) throws IOException {
        this(
                new BufferedWriter(Files.newBufferedWriter(folder.resolve(FILE), StandardCharsets.UTF_8), 1 << 16),
                columns);
    }

    private RejectedRows(Writer out, Map<String, Column> columns) throws IOException {
        this.out = out;
        this.columns = columns;
        out.write("\uFEFFfile,sheet,row,column,reason,reason_zh,reason_en,delivered\r\n");
    }

    /** Notes nothing. */
    static RejectedRows nowhere() throws IOException {
        return new RejectedRows(Writer.nullWriter(), Map.of());
    }

    /** From here on rows are of this source. */
    void source(String deliveredFile, String deliveredSheet) {
        file = deliveredFile;
        sheet = deliveredSheet;
    }

    void add(long row, String column, Reason reason, String delivered) throws IOException {
        text(file);
        text(sheet);
        out.write(Long.toString(row));
        out.write(',');
        text(column);
        text(reason.word());
        out.write(words.computeIfAbsent(new Why(reason, column), this::words));
        out.write('"');
        out.write(delivered.replace("\"", "\"\""));
        out.write("\"\r\n");
    }

    /** In both languages, as two cells. */
    private String words(Why why) {
        return cell(words(why, Language.ZH)) + cell(words(why, Language.EN));
    }

    private String words(Why why, Language language) {
        String words = Messages.text(language, why.reason().code());
        Column coded = columns.get(why.column());
        return why.reason() != Reason.CODE || coded == null
                ? words
                : words + Messages.text(language, "intake.allowed", coded.labels());
    }

    private void text(String value) throws IOException {
        out.write(cell(value));
    }

    private static String cell(String value) {
        return '"' + value.replace("\"", "\"\"") + "\",";
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
