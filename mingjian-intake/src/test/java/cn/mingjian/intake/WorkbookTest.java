package cn.mingjian.intake;

import static cn.mingjian.intake.Fixtures.PAYMENT;
import static cn.mingjian.intake.Fixtures.importAll;
import static cn.mingjian.intake.Fixtures.places;
import static cn.mingjian.intake.Fixtures.rows;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.intake.delivery.UnusedTable;
import cn.mingjian.model.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTest {

    private static Path workbook(Path folder, String name, Consumer<Workbook> filled) throws IOException {
        Path file = folder.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            filled.accept(workbook);
        }
        return file;
    }

    private static void row(Worksheet sheet, int row, @Nullable Object... cells) {
        for (int column = 0; column < cells.length; column++) {
            Object cell = cells[column];
            if (cell instanceof Number number) {
                sheet.value(row, column, number);
            } else if (cell instanceof LocalDateTime time) {
                sheet.value(row, column, time);
                sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
            } else if (cell instanceof LocalDate date) {
                sheet.value(row, column, date);
                sheet.style(row, column)
                        .format("yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;")
                        .set();
            } else if (cell != null) {
                sheet.value(row, column, cell.toString());
            }
        }
    }

    @Test
    void shouldReadDatesNumbersAndTextsAsTheyAreShown(@TempDir Path folder) throws IOException {
        workbook(folder, "payment.xlsx", workbook -> {
            Worksheet sheet = workbook.newWorksheet("数据");
            row(sheet, 0, "待遇发放明细");
            row(sheet, 3, "发放编号", "身份证号", "发放日期", "经办时间", "金额", "次数", "姓名");
            row(
                    sheet,
                    4,
                    "P1",
                    "11010519491231002X",
                    LocalDate.of(2024, 1, 5),
                    LocalDateTime.of(2024, 1, 5, 8, 9, 10),
                    1234.56,
                    3,
                    "张三");
            row(sheet, 6, "P2", 3.4022119900101E17, "2024-02-30", "2024-1-5 8:00", 0.1 + 0.2, 1.5, "李四");
            row(
                    sheet,
                    7,
                    12345,
                    "11010519491231002X",
                    LocalDate.of(2024, 1, 6),
                    LocalDateTime.of(2024, 1, 6, 0, 0, 0),
                    1e9,
                    null,
                    null);
        });

        ImportResult result = importAll(folder.resolve("in"), PAYMENT, folder.resolve("out/v1"));

        assertThat(rows(result.version(), "payment_no", "pay_date", "at", "amount", "times", "name"))
                .containsExactly(
                        List.of("P1", "2024-01-05", "2024-01-05 08:09:10", "1234.56", "3", "张三"),
                        List.of("12345", "2024-01-06", "2024-01-06 00:00:00", "1000000000.00", "", ""));
        assertThat(places(result.version())).containsExactly(5L, 8L);
        assertThat(result.quality().sources().get(0).headerRow()).isEqualTo(4);
        assertThat(result.quality().sources().get(0).rejected()).containsEntry("lost", 1L);
    }

    @Test
    void shouldFillValuesMergedOverRowsAndLeaveTitlesMergedOverColumns(@TempDir Path folder) throws IOException {
        workbook(folder, "payment.xlsx", workbook -> {
            Worksheet sheet = workbook.newWorksheet("一月");
            row(sheet, 0, "发放编号", "人员", null, "金额");
            row(sheet, 1, null, "身份证号", "姓名", null);
            sheet.range(0, 0, 1, 0).merge();
            sheet.range(0, 1, 0, 2).merge();
            sheet.range(0, 3, 1, 3).merge();
            row(sheet, 2, "P1", "11010519491231002X", "张三", 1);
            row(sheet, 3, "P2", null, null, 2);
            row(sheet, 4, "P3", "123", null, 3);
            sheet.range(2, 1, 3, 1).merge();
            sheet.range(2, 2, 3, 2).merge();
        });

        ImportResult result = importAll(folder.resolve("in"), PAYMENT, folder.resolve("out/v1"));

        assertThat(rows(result.version(), "payment_no", "id_no", "name", "amount"))
                .containsExactly(
                        List.of("P1", "11010519491231002X", "张三", "1.00"),
                        List.of("P2", "11010519491231002X", "张三", "2.00"),
                        List.of("P3", "123", "", "3.00"));
        assertThat(places(result.version())).containsExactly(3L, 4L, 5L);
    }

    @Test
    void shouldTakeEverySheetWithTheHeadingsAndNoHiddenOne(@TempDir Path folder) throws IOException {
        workbook(folder, "待遇发放.xlsx", workbook -> {
            for (String name : List.of("一月", "二月", "说明", "隐藏")) {
                Worksheet sheet = workbook.newWorksheet(name);
                if (name.equals("说明")) {
                    row(sheet, 0, "请按月填写");
                } else {
                    row(sheet, 0, "发放编号", "身份证号");
                    row(sheet, 1, name, "11010519491231002X");
                }
                if (name.equals("隐藏")) {
                    sheet.setVisibilityState(VisibilityState.HIDDEN);
                }
            }
        });

        ImportResult result = importAll(folder.resolve("in"), PAYMENT, folder.resolve("out/v1"));

        assertThat(rows(result.version(), "payment_no")).containsExactly(List.of("一月"), List.of("二月"));
        assertThat(result.version().manifest().parts())
                .extracting("sourceSheet")
                .containsExactly("一月", "二月");
        assertThat(Delivery.open(folder.resolve("in"), List.of(PAYMENT)).unused())
                .extracting(UnusedTable::label)
                .containsExactly("待遇发放.xlsx [说明]");
    }

    @Test
    void shouldReadAWorkbookWithoutFormats(@TempDir Path folder) throws IOException {
        Path whole = workbook(folder, "whole.xlsx", book -> {
            Worksheet sheet = book.newWorksheet("发放");
            row(sheet, 0, "发放编号", "身份证号", "金额", "发放日期");
            row(sheet, 1, "P1", "11010519491231002X", 12.5, "2024-01-31");
        });
        Path bare = Files.createDirectories(folder.resolve("bare"));
        withoutFormats(whole, bare.resolve("payment.xlsx"));

        ImportResult result = importAll(bare, PAYMENT, folder.resolve("v1"));

        assertThat(rows(result.version(), "payment_no", "id_no", "amount", "pay_date"))
                .containsExactly(List.of("P1", "11010519491231002X", "12.50", "2024-01-31"));
    }

    /** Copies a workbook without its part for formats and the lines that name it. */
    private static void withoutFormats(Path workbook, Path bare) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bare))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.getName().endsWith("styles.xml")) {
                    String part = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(part.replaceAll("<(Override|Relationship) [^>]*styles[^>]*>", "")
                            .replaceAll(" s=\"\\d+\"", "")
                            .getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    @Test
    void shouldSaySoWhenTheWorkbookIsCutOff(@TempDir Path folder) throws IOException {
        Path file = workbook(folder, "payment.xlsx", workbook -> {
            Worksheet sheet = workbook.newWorksheet("一月");
            for (int i = 0; i < 5000; i++) {
                row(sheet, i, "发放编号" + i, "身份证号" + i * 31);
            }
        });
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        Delivery delivery = Delivery.open(folder.resolve("in"), List.of(PAYMENT));

        assertThat(delivery.tables()).isEmpty();
        assertThat(delivery.problems()).extracting(Problem::code).containsExactly("intake.workbook-broken");
    }
}
