package cn.mingjian.intake;

import static cn.mingjian.intake.Fixtures.PAYMENT;
import static cn.mingjian.intake.Fixtures.contract;
import static cn.mingjian.intake.Fixtures.rows;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.intake.form.FormTable;
import cn.mingjian.intake.form.FormWriter;
import cn.mingjian.intake.store.Progress;
import cn.mingjian.intake.store.Wanted;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.model.problem.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormTest {

    private static final Contract DEATH = contract("""
            id: death_record
            version: 1.1.0
            title: {zh: 死亡登记, en: death records}
            owner: police
            key: [id_no]
            columns:
              id_no: {type: id_no, zh: 公民身份号码, en: identity number}
              death_date: {type: date, zh: 死亡日期, en: day of death}
            """);

    private static final List<FormTable> ASKED = List.of(
            new FormTable(PAYMENT, List.of("id_no", "pay_date", "amount", "status", "flags", "arrears")),
            new FormTable(DEATH, List.of("death_date")));

    @Test
    void shouldComeBackAsTablesAndCoverageWhenFilled(@TempDir Path folder) throws IOException {
        Path form = folder.resolve("form.xlsx");
        FormWriter.write(form, ASKED, "F-7K2", Language.ZH);

        List<String> payment = List.of("P1", "11010519491231002X", "2024年1月5日", "1.5万元", "暂停", "甲；乙", "是");
        List<String> covers = List.of("死亡登记", "2020-01-01", "2024-06-30", "340207；340208", "是", "区公安分局");
        Path filled = fill(form, folder.resolve("filled.xlsx"), Map.of(1, payment, 3, covers));
        Delivery delivery = Delivery.open(filled, List.of(PAYMENT, DEATH));

        assertThat(delivery.formNumber()).contains("F-7K2");
        assertThat(delivery.problems()).isEmpty();
        assertThat(delivery.tables()).containsOnlyKeys("payment", "death_record");
        assertThat(delivery.table("death_record").orElseThrow().coverage())
                .isEqualTo(new Coverage(
                        LocalDate.of(2020, 1, 1), LocalDate.of(2024, 6, 30), List.of("340207", "340208"), "区公安分局"));
        ImportResult result = Fixtures.INTAKE.importTable(
                delivery.table("payment").orElseThrow(),
                Wanted.columns(PAYMENT.columns().keySet()),
                folder.resolve("v1"),
                Progress.NONE);
        assertThat(rows(result.version(), "payment_no", "id_no", "pay_date", "amount", "status", "flags", "arrears"))
                .containsExactly(
                        List.of("P1", "11010519491231002X", "2024-01-05", "15000.00", "PAUSED", "[A, B]", "true"));
    }

    @Test
    void shouldOfferYesAndNoForAColumnThatIsOneOfBoth(@TempDir Path folder) throws IOException {
        Path form = folder.resolve("form.xlsx");
        FormWriter.write(form, List.of(new FormTable(PAYMENT, List.of("id_no", "arrears"))), "F-7K2", Language.ZH);

        Map<String, String> parts = parts(form);

        assertThat(parts.get("xl/worksheets/sheet1.xml")).containsPattern("<dataValidation[^>]*>.*\\$A\\$1:\\$A\\$2");
        assertThat(parts.get("xl/sharedStrings.xml")).contains(">是</t>", ">否</t>");
    }

    @Test
    void shouldCountAsNotDeliveredWhenASheetIsLeftEmpty(@TempDir Path folder) throws IOException {
        Path form = folder.resolve("form.xlsx");
        FormWriter.write(form, ASKED, "F-7K2", Language.ZH);

        List<String> payment = List.of("P1", "11010519491231002X", "2024-01-05", "1", "正常", "", "否");
        Path filled = fill(form, folder.resolve("filled.xlsx"), Map.of(1, payment));
        Delivery delivery = Delivery.open(filled, List.of(PAYMENT, DEATH));

        assertThat(delivery.tables()).containsOnlyKeys("payment");
        assertThat(delivery.problems()).extracting("code").containsExactly("intake.form-sheet-empty");
    }

    @Test
    void shouldTakeAFormOfAnOlderMinorVersion(@TempDir Path folder) throws IOException {
        Contract older = contract("""
                id: death_record
                version: 1.0.0
                title: {zh: 死亡登记, en: death records}
                owner: police
                key: [id_no]
                columns:
                  id_no: {type: id_no, zh: 公民身份号码, en: identity number}
                  place: {type: text, zh: 死亡地点, en: place}
                """);
        Path form = folder.resolve("form.xlsx");
        FormWriter.write(form, List.of(new FormTable(older, List.of("id_no", "place"))), "F-1", Language.ZH);

        Path filled = fill(form, folder.resolve("filled.xlsx"), Map.of(1, List.of("11010519491231002X", "某地")));
        ImportResult result = Fixtures.importAll(filled, DEATH, folder.resolve("v1"));

        assertThat(result.version().manifest().columns()).containsExactly("id_no");
        assertThat(rows(result.version(), "id_no")).containsExactly(List.of("11010519491231002X"));
    }

    @Test
    void shouldShowNoTraceOfTheModelButTheNumber(@TempDir Path folder) throws IOException {
        Path form = folder.resolve("form.xlsx");
        FormWriter.write(form, ASKED, "F-7K2", Language.ZH);

        Map<String, String> parts = parts(form);

        assertThat(parts.get("docProps/custom.xml")).contains("F-7K2");
        assertThat(parts.get("xl/workbook.xml"))
                .contains("veryHidden")
                .contains("待遇发放")
                .contains("死亡登记");
        assertThat(String.join("", parts.values()).toLowerCase(Locale.ROOT))
                .doesNotContain("mingjian", "payment_no", "death_record", "监督", "线索", "重量");
        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .contains("dataValidation")
                .contains("选项");
    }

    private static Map<String, String> parts(Path form) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(form.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                parts.put(entry.getName(), plain(new String(bytes, StandardCharsets.UTF_8)));
            }
        }
        return parts;
    }

    /** The writer names characters beyond ASCII by their numbers. */
    private static String plain(String xml) {
        return Pattern.compile("&#x([0-9a-f]+);")
                .matcher(xml)
                .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
    }

    /** Writes a row behind the last one of some sheets, by their number, as an office would. */
    private static Path fill(Path form, Path filled, Map<Integer, List<String>> rows) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(filled))) {
            for (Map.Entry<String, String> part : parts(form).entrySet()) {
                String text = part.getValue();
                for (Map.Entry<Integer, List<String>> row : rows.entrySet()) {
                    if (part.getKey().equals("xl/worksheets/sheet" + row.getKey() + ".xml")) {
                        text = text.replace("</sheetData>", row(row.getValue()) + "</sheetData>");
                    }
                }
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return filled;
    }

    private static String row(List<String> cells) {
        StringBuilder row = new StringBuilder("<row r=\"100\">");
        for (int c = 0; c < cells.size(); c++) {
            row.append("<c r=\"").append((char) ('A' + c)).append("100\" t=\"inlineStr\"><is><t>");
            row.append(cells.get(c)).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }
}
