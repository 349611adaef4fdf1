package cn.mingjian.server.dataset;

import cn.mingjian.intake.form.CellText;
import cn.mingjian.intake.read.DeliveredFile;
import cn.mingjian.intake.read.Row;
import cn.mingjian.intake.read.RowReader;
import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.contract.Sensitivity;
import cn.mingjian.model.problem.Language;
import cn.mingjian.server.opening.Unmasked;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of a version that could not be taken, as a workbook to mend and bring back: under the headings under which they
 * came, in clear, with where each stood and why it could not be taken.
 */
final class RejectedWorkbook {

    private static final int WIDTH = 18;
    private static final int WHY_WIDTH = 40;
    private static final int KEPT_IN_MEMORY = 1_000;
    /** Cells of the file of rejected rows: file, sheet, row, column, reason, its words twice, the cells. */
    private static final int COLUMN = 3;

    private static final int REASON_ZH = 5;
    private static final int REASON_EN = 6;
    private static final int CELLS = 7;

    private final Contract contract;
    private final List<String> columns = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private final Language language;
    private final String mark;

    /** @param mark who takes it and when, at the margin of each page */
    RejectedWorkbook(Contract contract, Recipe recipe, List<String> stored, Language language, String mark) {
        this.contract = contract;
        this.language = language;
        this.mark = mark;
        stored.forEach(column -> {
            columns.add(column);
            headings.add(recipe.column(column)
                    .flatMap(from -> Optional.ofNullable(from.heading()))
                    .orElseGet(() -> title(column)));
        });
    }

    /**
     * What a workbook shows.
     *
     * @param unmasked the personal values in it
     */
    record Written(int rows, Unmasked unmasked) {}

    Written write(Path rejected, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Mingjian", "1.0")) {
            Worksheet sheet = book.newWorksheet(say("dataset.rejected-sheet"));
            List<String> head = new ArrayList<>(headings);
            head.addAll(List.of(
                    say("dataset.rejected-file"),
                    say("dataset.rejected-sheet-name"),
                    say("dataset.rejected-row"),
                    say("dataset.rejected-column"),
                    say("dataset.rejected-why")));
            for (int i = 0; i < head.size(); i++) {
                sheet.width(i, i == head.size() - 1 ? WHY_WIDTH : WIDTH);
                text(sheet, 0, i, head.get(i));
            }
            sheet.range(0, 0, 0, head.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            sheet.header(mark.replaceAll("\\p{Cntrl}", " ").replace("&", "&&"), Position.RIGHT);
            return rows(rejected, sheet);
        }
    }

    private Written rows(Path rejected, Worksheet sheet) throws IOException {
        Unmasked unmasked = Unmasked.nothing();
        Row row = new Row();
        int line = 0;
        try (RowReader reader = DeliveredFile.open(rejected).get(0).open()) {
            while (reader.next(row)) {
                if (row.number() > 1) {
                    write(row, sheet, ++line, unmasked);
                    if (line % KEPT_IN_MEMORY == 0) {
                        sheet.flush();
                    }
                }
            }
        }
        return new Written(line, unmasked);
    }

    private void write(Row row, Worksheet sheet, int line, Unmasked unmasked) {
        String json = row.text(CELLS);
        Map<String, String> cells = json.isEmpty()
                ? Map.of()
                : JsonMapper.shared().readValue(json, new TypeReference<Map<String, String>>() {});
        int at = 0;
        for (String column : columns) {
            String cell = cells.getOrDefault(column, "");
            text(sheet, line, at++, cell);
            if (!cell.isEmpty() && isPersonal(column)) {
                unmasked.add(contract.id() + "." + column, List.of(cell));
            }
        }
        for (int i = 0; i < COLUMN; i++) {
            text(sheet, line, at++, row.text(i));
        }
        text(sheet, line, at++, title(row.text(COLUMN)));
        text(sheet, line, at, row.text(language == Language.ZH ? REASON_ZH : REASON_EN));
    }

    private boolean isPersonal(String column) {
        return Optional.ofNullable(contract.columns().get(column))
                .map(Column::sensitivity)
                .filter(Sensitivity::masked)
                .isPresent();
    }

    private static void text(Worksheet sheet, int row, int column, String text) {
        if (!text.isEmpty()) {
            sheet.value(row, column, CellText.plain(text));
        }
    }

    private String title(String column) {
        return Optional.ofNullable(contract.columns().get(column))
                .map(Column::title)
                .map(words -> words.in(language))
                .orElse(column);
    }

    private String say(String key) {
        return Words.ofMessage(key).in(language);
    }
}
