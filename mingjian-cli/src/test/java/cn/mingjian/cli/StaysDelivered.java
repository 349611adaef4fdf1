package cn.mingjian.cli;

import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.duckdb.SqlText;
import cn.mingjian.functions.IdNumber;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Stays in hotels: minors, adults beside them, and adults whom no rule needs, marked so that they can be found again. */
final class StaysDelivered {

    private static final List<String> HEADINGS = List.of(
            "stay_id",
            "hotel_id",
            "room_no",
            "guest_id",
            "guest_name",
            "birth_date",
            "in_time",
            "out_time",
            "registered_at",
            "order_no");
    private static final int MINORS = 40;
    private static final int BESIDE = 7;

    /** How a delivery is written. */
    enum Form {
        CSV,
        CSV_MARK,
        CSV_GB18030,
        CSV_UTF16,
        XLSX,
        XLS,
        JSON,
        JSON_LINES,
        PARQUET,
        YEARS
    }

    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> mustStay = new ArrayList<>();
    private final List<String> mustNotStay = new ArrayList<>();
    private int others;

    private StaysDelivered() {}

    static StaysDelivered hundred() {
        return many(100);
    }

    /** Forty minors, seven adults in their hotels at their time, and others up to this number. */
    static StaysDelivered many(int size) {
        StaysDelivered stays = new StaysDelivered();
        for (int i = 0; i < size; i++) {
            // Spread, so that those who are stored stand all over the file.
            int kind = (int) ((long) i * 7919 % size);
            if (kind < MINORS) {
                stays.add(i, "H" + kind % 4, "20090101", "留", "2024-05-18", stays.mustStay);
            } else if (kind < MINORS + BESIDE) {
                stays.add(i, "H" + kind % 4, "19800101", "伴", "2024-05-18", stays.mustStay);
            } else {
                // Half of them in the hotels of the minors, on other days.
                boolean elsewhere = kind % 2 == 0;
                boolean searched = stays.others < 53;
                stays.others++;
                stays.add(
                        i,
                        elsewhere ? "X" + kind % 9 : "H" + kind % 4,
                        "19750101",
                        "禁",
                        elsewhere ? "2024-05-18" : "2024-06-02",
                        searched ? stays.mustNotStay : new ArrayList<>());
            }
        }
        return stays;
    }

    private void add(int i, String hotel, String birth, String mark, String day, List<String> marked) {
        String digits = "65900" + (1 + i % 1_000_000 / 900) % 10 + birth.substring(0, 4) + birth.substring(4)
                + String.format(Locale.ROOT, "%03d", 1 + i % 900);
        String id = digits + IdNumber.check(digits);
        String number = String.format(Locale.ROOT, "%07d", i);
        String name = mark + "存名" + chinese(i);
        rows.add(List.of(
                "T" + mark + number,
                hotel,
                "3" + i % 9,
                id,
                name,
                birth.substring(0, 4) + "-01-01",
                day + " 20:00",
                day + " 23:30",
                day + " 20:05",
                "D" + mark + number));
        marked.add(name);
        marked.add("T" + mark + number);
        marked.add("D" + mark + number);
        if (i < 900) {
            marked.add(id);
        }
    }

    private static String chinese(int i) {
        return Integer.toString(i)
                .chars()
                .mapToObj(digit -> String.valueOf("零壹贰叁肆伍陆柒捌玖".charAt(digit - '0')))
                .collect(Collectors.joining());
    }

    int size() {
        return rows.size();
    }

    int others() {
        return others;
    }

    /** Texts of rows that are needed; of their columns the model may need but some. */
    List<String> mustStay() {
        return mustStay;
    }

    /** Texts of rows that nobody needs. */
    List<String> mustNotStay() {
        return mustNotStay;
    }

    void write(Form form, Path folder) throws IOException {
        Files.createDirectories(folder);
        switch (form) {
            case CSV -> text(folder.resolve("check_in.csv"), rows, StandardCharsets.UTF_8, "");
            case CSV_MARK -> text(folder.resolve("check_in.csv"), rows, StandardCharsets.UTF_8, "\uFEFF");
            case CSV_GB18030 -> text(folder.resolve("check_in.csv"), rows, Charset.forName("GB18030"), "");
            case CSV_UTF16 -> text(folder.resolve("check_in.csv"), rows, StandardCharsets.UTF_16LE, "\uFEFF");
            case XLSX -> xlsx(folder.resolve("check_in.xlsx"));
            case XLS -> xls(folder.resolve("check_in.xls"));
            case JSON ->
                Files.writeString(
                        folder.resolve("check_in.json"),
                        rows.stream().map(StaysDelivered::json).collect(Collectors.joining(",\n", "[", "]")));
            case JSON_LINES ->
                Files.writeString(
                        folder.resolve("check_in.jsonl"),
                        rows.stream().map(StaysDelivered::json).collect(Collectors.joining("\n")));
            case PARQUET -> parquet(folder.resolve("check_in.parquet"));
            case YEARS -> {
                Path years = Files.createDirectories(folder.resolve("check_in"));
                int half = rows.size() / 2;
                text(years.resolve("2023.csv"), rows.subList(0, half), StandardCharsets.UTF_8, "");
                text(years.resolve("2024.csv"), rows.subList(half, rows.size()), StandardCharsets.UTF_8, "");
            }
        }
    }

    private static void text(Path file, List<List<String>> written, Charset charset, String mark) throws IOException {
        StringBuilder text =
                new StringBuilder(mark).append(String.join(",", HEADINGS)).append('\n');
        written.forEach(row -> text.append(String.join(",", row)).append('\n'));
        Files.write(file, text.toString().getBytes(charset));
    }

    private static String json(List<String> row) {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < row.size(); i++) {
            json.append(i == 0 ? "" : ",").append('"').append(HEADINGS.get(i)).append("\":\"");
            json.append(row.get(i)).append('"');
        }
        return json.append('}').toString();
    }

    private void xlsx(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("check_in");
            for (int r = 0; r <= rows.size(); r++) {
                List<String> row = r == 0 ? HEADINGS : rows.get(r - 1);
                for (int c = 0; c < row.size(); c++) {
                    sheet.value(r, c, row.get(c));
                }
            }
        }
    }

    private void xls(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                HSSFWorkbook workbook = new HSSFWorkbook()) {
            org.apache.poi.ss.usermodel.Sheet sheet = workbook.createSheet("check_in");
            for (int r = 0; r <= rows.size(); r++) {
                List<String> texts = r == 0 ? HEADINGS : rows.get(r - 1);
                Row row = sheet.createRow(r);
                for (int c = 0; c < texts.size(); c++) {
                    row.createCell(c).setCellValue(texts.get(c));
                }
            }
            workbook.write(out);
        }
    }

    private void parquet(Path file) {
        String values = rows.stream()
                .map(row -> row.stream().map(SqlText::literal).collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(", "));
        DuckLimits limits = new DuckLimits(256L << 20, 1, Path.of(System.getProperty("java.io.tmpdir")), 0);
        try (DuckSession session =
                DuckSession.open(limits, DuckFiles.none().writingIn(file.resolveSibling("")), List.of())) {
            session.execute("COPY (SELECT * FROM (VALUES " + values + ") AS t(" + String.join(", ", HEADINGS) + ")) TO "
                    + SqlText.path(file) + " (FORMAT parquet)");
        }
    }
}
