package cn.mingjian.intake;

import static cn.mingjian.intake.Fixtures.PAYMENT;
import static cn.mingjian.intake.Fixtures.importAll;
import static cn.mingjian.intake.Fixtures.places;
import static cn.mingjian.intake.Fixtures.rows;
import static cn.mingjian.intake.Fixtures.write;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.duckdb.SqlText;
import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    @Test
    void shouldReadXlsWithNotesDatesFormulasAndMergedCells(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("in"));
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(folder.resolve("in/payment.xls"))) {
            Sheet sheet = workbook.createSheet("一月");
            workbook.createSheet("隐藏");
            workbook.setSheetHidden(1, true);
            text(sheet, 0, "待遇发放明细");
            text(sheet, 2, "发放编号", "身份证号", "发放日期", "经办时间", "金额", "是否补发");
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            CellStyle time = workbook.createCellStyle();
            time.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd hh:mm"));
            for (int i = 3; i < 5; i++) {
                Row row = text(sheet, i, "P" + i, i == 3 ? "11010519491231002X" : "");
                styled(row, 2, day).setCellValue(LocalDateTime.of(2024, 1, i, 0, 0));
                styled(row, 3, time).setCellValue(LocalDateTime.of(2024, 1, i, 8, 30));
                row.createCell(4).setCellFormula("100.5*" + i);
                row.createCell(5).setCellValue(i == 3);
            }
            sheet.addMergedRegion(new CellRangeAddress(3, 4, 1, 1));
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(out);
        }

        ImportResult result = importAll(folder.resolve("in"), PAYMENT, folder.resolve("v1"));

        assertThat(rows(result.version(), "payment_no", "id_no", "pay_date", "at", "amount", "arrears"))
                .containsExactly(
                        List.of("P3", "11010519491231002X", "2024-01-03", "2024-01-03 08:30:00", "301.50", "true"),
                        List.of("P4", "11010519491231002X", "2024-01-04", "2024-01-04 08:30:00", "402.00", "false"));
        assertThat(places(result.version())).containsExactly(4L, 5L);
        assertThat(result.version().manifest().parts())
                .extracting("sourceSheet")
                .containsExactly("一月");
    }

    private static Row text(Sheet sheet, int number, String... cells) {
        Row row = sheet.createRow(number);
        for (int c = 0; c < cells.length; c++) {
            row.createCell(c).setCellValue(cells[c]);
        }
        return row;
    }

    private static Cell styled(Row row, int column, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(style);
        return cell;
    }

    @Test
    void shouldReadParquet(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("in/payment.parquet");
        Files.createDirectories(folder.resolve("in"));
        try (DuckSession session =
                DuckSession.open(Fixtures.LIMITS, DuckFiles.none().writingIn(folder), List.of())) {
            session.execute(
                    "COPY (SELECT 'P' || i AS payment_no, '11010519491231002X' AS id_no, DATE '2024-01-01' + i::INTEGER"
                            + " AS pay_date, TIMESTAMP '2024-01-01 08:00:00' AS \"at\", i * 1.5 AS amount, ['甲', 'B'] AS flags,"
                            + " i % 2 = 0 AS arrears FROM range(30000) t(i)) TO " + SqlText.path(file));
        }

        ImportResult result = importAll(folder.resolve("in"), PAYMENT, folder.resolve("v1"));

        assertThat(result.version().manifest().rows()).isEqualTo(30_000);
        assertThat(rows(result.version(), "payment_no", "pay_date", "at", "amount", "flags", "arrears")
                        .get(20_001))
                .containsExactly("P20001", "2078-10-05", "2024-01-01 08:00:00", "30001.50", "[A, B]", "false");
        assertThat(places(result.version()).get(29_999)).isEqualTo(30_000L);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, false", "UTF-8, true", "GB18030, false", "UTF-16LE, true", "UTF-16BE, true", "UTF-16LE, false"})
    void shouldReadEveryEncoding(String encoding, boolean mark, @TempDir Path folder) {
        StringBuilder csv = new StringBuilder(mark ? "\uFEFF" : "").append("发放编号\t身份证号\t姓名\n");
        for (int i = 0; i < 20_000; i++) {
            csv.append("P").append(i).append("\t11010519491231002X\t\"𠮷田\n㐀䶮\u3007\"\n");
        }
        write(folder.resolve("in/payment.txt"), csv.toString(), Charset.forName(encoding));

        ImportResult result = importAll(folder.resolve("in"), PAYMENT, folder.resolve("v1"));

        assertThat(result.quality().sources().get(0).format()).isEqualTo("csv (" + encoding + ", tab)");
        List<List<String>> rows = rows(result.version(), "payment_no", "name");
        assertThat(rows).hasSize(20_000);
        assertThat(rows.get(19_999)).containsExactly("P19999", "𠮷田\n㐀䶮〇");
        assertThat(places(result.version()).get(19_999)).isEqualTo(2 + 2 * 19_999L);
    }

    @Test
    void shouldEmptyOnlyTheDamagedCellWhenBytesAreNoCharacters(@TempDir Path folder) throws IOException {
        byte[] bytes = ("发放编号,身份证号,姓名\nP1,11010519491231002X,张三\nP2,11010519491231002X,@\n" + "P,x,正常\n".repeat(2000))
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '@' ? (byte) 0xC3 : bytes[i];
        }
        Files.createDirectories(folder.resolve("in"));
        Files.write(folder.resolve("in/payment.csv"), bytes);

        ImportResult result = importAll(folder.resolve("in"), PAYMENT, folder.resolve("v1"));

        assertThat(rows(result.version(), "name").subList(0, 2)).containsExactly(List.of("张三"), List.of(""));
        assertThat(result.quality().columns())
                .filteredOn(column -> column.column().equals("name"))
                .extracting("untypable")
                .containsExactly(java.util.Map.of("encoding", 1L));
    }

    @Test
    void shouldSayWhatIsWrongWhenAFileCannotBeRead(@TempDir Path folder) throws IOException {
        write(folder.resolve("a/payment.csv"), "");
        write(folder.resolve("b/payment.xlsx"), "发放编号,身份证号\n");
        write(folder.resolve("c/payment.xls"), "<html><table></table></html>");
        write(folder.resolve("d/payment.json"), "[1, 2]");
        write(folder.resolve("e/payment.json"), "[{\"payment_no\": \"P1\", \"id_no\":");
        write(folder.resolve("f/payment.csv"), "甲,乙\n1,2\n");
        write(folder.resolve("g/payment.csv"), "x,".repeat(1_000_000));
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0};
        Files.createDirectories(folder.resolve("h"));
        Files.write(folder.resolve("h/payment.xls"), ole);
        Files.createDirectories(folder.resolve("i"));
        Files.write(folder.resolve("i/payment.parquet"), "PAR1 and no more".getBytes(StandardCharsets.UTF_8));

        List<String> codes = Arrays.stream("abcdefghi".split(""))
                .flatMap(name -> Delivery.open(folder.resolve(name), List.of(PAYMENT)).problems().stream())
                .peek(problem ->
                        assertThat(Messages.render(problem, Language.ZH)).doesNotContain("{"))
                .map(Problem::code)
                .toList();

        assertThat(codes)
                .containsExactly(
                        "intake.empty-file",
                        "intake.not-what-it-says",
                        "intake.markup",
                        "intake.json-no-objects",
                        "intake.json-broken",
                        "intake.no-header",
                        "intake.too-many-columns",
                        "intake.workbook-broken",
                        "intake.parquet-broken");
    }
}
