package cn.mingjian.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Payments as offices deliver them: notes above the headings, blank rows, bad rows, texts over several lines. */
final class PaymentsDelivered {

    static final List<String> COLUMNS = List.of("payment_no", "id_no", "name", "pay_date", "amount");
    /** Rows that can be stored. */
    static final int GOOD = 1200;
    /** Rows without the required identity number. */
    static final int BAD = 60;

    private static final List<String> HEADINGS = List.of("发放编号", "身份证号", "姓名", "发放日期", "金额");
    private static final List<String> NOTHING = List.of("", "", "", "", "");
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** How they are written. */
    enum Form {
        CSV_WITH_LINE_BREAKS,
        XLSX_HEADINGS_IN_ROW_4,
        XLS,
        JSON_ARRAY,
        YEARLY_FOLDER
    }

    private final Random random;
    private final List<List<String>> rows = new ArrayList<>();

    PaymentsDelivered(Random random) {
        this.random = random;
        List<Boolean> good = new ArrayList<>();
        for (int i = 0; i < GOOD + BAD; i++) {
            good.add(i < GOOD);
        }
        java.util.Collections.shuffle(good, random);
        for (int i = 0; i < good.size(); i++) {
            rows.add(row(i, good.get(i)));
            for (int blank = random.nextInt(20); blank > 17; blank--) {
                rows.add(NOTHING);
            }
        }
    }

    private List<String> row(int number, boolean good) {
        String name =
                switch (random.nextInt(5)) {
                    case 0 -> "某\n人" + number;
                    case 1 -> "某,\"人\"\r\n" + number;
                    case 2 -> "𠮷" + number;
                    default -> "某人" + number;
                };
        int day = 1 + random.nextInt(28);
        String date = random.nextInt(3) == 0 ? "2024/3/" + day : "2024-03-%02d".formatted(day);
        String amount = random.nextInt(4) == 0 ? "%,d.50".formatted(1000 + number) : number + ".25";
        return List.of("P" + number, good ? "11010519491231002X" : "", name, date, amount);
    }

    void write(Form form, Path folder) throws IOException {
        Files.createDirectories(folder);
        switch (form) {
            case CSV_WITH_LINE_BREAKS -> csv(folder.resolve("payment.csv"), rows, StandardCharsets.UTF_8);
            case XLSX_HEADINGS_IN_ROW_4 -> xlsx(folder.resolve("payment.xlsx"));
            case XLS -> xls(folder.resolve("payment.xls"));
            case JSON_ARRAY -> json(folder.resolve("payment.json"));
            case YEARLY_FOLDER -> {
                Path years = Files.createDirectories(folder.resolve("payment"));
                int third = rows.size() / 3;
                csv(years.resolve("2021.csv"), rows.subList(0, third), StandardCharsets.UTF_8);
                csv(years.resolve("2022.csv"), rows.subList(third, 2 * third), GB18030);
                csv(years.resolve("2023.csv"), rows.subList(2 * third, rows.size()), StandardCharsets.UTF_8);
            }
        }
    }

    private static void csv(Path file, List<List<String>> written, Charset charset) throws IOException {
        StringBuilder text = new StringBuilder(String.join(",", HEADINGS)).append('\n');
        for (List<String> row : written) {
            if (row != NOTHING) {
                text.append(String.join(
                        ",",
                        row.stream()
                                .map(cell ->
                                        cell.matches("(?s).*[,\"\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
                                .toList()));
            }
            text.append('\n');
        }
        Files.write(file, text.toString().getBytes(charset));
    }

    private void xlsx(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("说明").value(0, 0, "本表由单位填报");
            Worksheet sheet = workbook.newWorksheet("明细");
            sheet.value(0, 0, "待遇发放明细表");
            sheet.value(2, 0, "单位：某县社保局");
            for (int r = -1; r < rows.size(); r++) {
                List<String> row = r < 0 ? HEADINGS : rows.get(r);
                for (int c = 0; c < row.size() && row != NOTHING; c++) {
                    sheet.value(r + 4, c, row.get(c));
                }
            }
        }
    }

    private void xls(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                HSSFWorkbook workbook = new HSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("明细");
            for (int r = -1; r < rows.size(); r++) {
                List<String> texts = r < 0 ? HEADINGS : rows.get(r);
                if (texts != NOTHING) {
                    Row row = sheet.createRow(r + 1);
                    for (int c = 0; c < texts.size(); c++) {
                        row.createCell(c).setCellValue(texts.get(c));
                    }
                }
            }
            workbook.write(out);
        }
    }

    private void json(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ArrayNode array = mapper.createArrayNode();
        for (List<String> row : rows) {
            if (row == NOTHING) {
                array.addNull();
            } else {
                ObjectNode object = array.addObject();
                for (int c = 0; c < row.size(); c++) {
                    object.put(HEADINGS.get(c), row.get(c));
                }
            }
        }
        mapper.writeValue(file.toFile(), array);
    }
}
