package cn.mingjian.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Deliveries of death records that are damaged, odd or meant to do harm, by name; each made in a folder of its own. */
final class HostileInputs {

    /** How long the longest line is; the measurement asks for 1 GiB. */
    private static final long LINE = Long.getLong("mingjian.hostile.bytes", 12L << 20);
    /** More than a workbook may unpack to without being asked how much it weighs. */
    private static final long BOMB = Math.max(LINE, 96L << 20);

    private static final String HEADER = "id_no,death_date,source,record_date\n";
    private static final String ROW = Product.DEAD + ",2023-02-10,POLICE_CANCEL,2023-02-14\n";
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String CSV = "death_record.csv";
    private static final String XLSX = "death_record.xlsx";

    private HostileInputs() {}

    /** Makes one delivery. */
    @FunctionalInterface
    interface Maker {
        void in(Path folder) throws IOException;
    }

    static Map<String, Maker> all() {
        Map<String, Maker> all = new LinkedHashMap<>();
        all.put("cut-off-xlsx", folder -> {
            byte[] whole = workbook(folder.resolve(XLSX), sheet("<row r=\"1\"/>".repeat(2000)));
            Files.write(folder.resolve(XLSX), Arrays.copyOf(whole, whole.length / 2));
        });
        all.put("zip-bomb", folder -> workbook(folder.resolve(XLSX), out -> fill(out, "<row><c/></row>", BOMB)));
        all.put("one-line", folder -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(CSV)))) {
                write(out, HEADER + ROW);
                fill(out, "某", LINE);
                write(out, "\n" + ROW.replace("POLICE_CANCEL", "CDC"));
            }
        });
        all.put("two-encodings", folder -> {
            byte[] utf8 = (HEADER + ROW.replace("POLICE_CANCEL", "公安户口注销")).getBytes(StandardCharsets.UTF_8);
            byte[] old = ROW.replace("POLICE_CANCEL", "医疗机构死亡证明").getBytes(GB18030);
            byte[] both = Arrays.copyOf(utf8, utf8.length + old.length);
            System.arraycopy(old, 0, both, utf8.length, old.length);
            Files.write(folder.resolve(CSV), both);
        });
        all.put(
                "other-encoding",
                folder -> Files.write(
                        folder.resolve(CSV),
                        ("番号,死亡日\n" + "東京都,ﾃｽﾄ\n".repeat(50)).getBytes(Charset.forName("Shift_JIS"))));
        all.put("million-columns", folder -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(CSV)))) {
                write(
                        out,
                        HEADER.strip() + ",c".repeat(1_000_000) + "\n" + ROW.strip() + ",x".repeat(1_000_000) + "\n");
            }
        });
        texts(all);
        binaries(all);
        links(all);
        return all;
    }

    private static void texts(Map<String, Maker> all) {
        all.put("empty-file", text(CSV, ""));
        all.put("mark-only", text(CSV, "\uFEFF"));
        all.put("blank-lines-only", text(CSV, "\n\n \n"));
        all.put("headings-only", text(CSV, HEADER));
        all.put(
                "days-that-are-none",
                text(CSV, HEADER + ROW.replace("2023-02-10", "2024-02-30") + ROW.replace("2023-02-10", "2023-13-01")));
        all.put(
                "numbers-cut-by-a-spreadsheet",
                text(
                        CSV,
                        HEADER + ROW + ROW.replace(Product.DEAD, "3.40221E+17") + ROW.replace(Product.DEAD, "1E+17")));
        all.put("zero-bytes", text(CSV, HEADER + ROW + ROW.replace("CANCEL", "\0CANCEL") + "\0\0\0,\0,\0,\0\n"));
        all.put(
                "formulas",
                text(CSV, HEADER + ROW.replace("2023-02-10", "=1+1").replace("POLICE_CANCEL", "=cmd|' /C calc'!A0")));
        all.put("deep-json", folder -> {
            try (OutputStream out =
                    new BufferedOutputStream(Files.newOutputStream(folder.resolve("death_record.json")))) {
                write(out, "[{\"id_no\":");
                fill(out, "[", 1 << 20);
            }
        });
        all.put(
                "cut-off-json",
                text("death_record.json", "[{\"id_no\":\"" + Product.DEAD + "\",\"death_date\":\"2023-0"));
    }

    private static void binaries(Map<String, Maker> all) {
        all.put("noise-as-csv", folder -> Files.write(folder.resolve(CSV), noise()));
        all.put("noise-as-xlsx", folder -> Files.write(folder.resolve(XLSX), noise()));
        all.put("noise-in-xls", folder -> {
            byte[] noise = noise();
            byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
            System.arraycopy(magic, 0, noise, 0, magic.length);
            Files.write(folder.resolve("death_record.xls"), noise);
        });
        all.put("noise-in-parquet", folder -> {
            byte[] noise = noise();
            System.arraycopy("PAR1".getBytes(StandardCharsets.US_ASCII), 0, noise, 0, 4);
            System.arraycopy("PAR1".getBytes(StandardCharsets.US_ASCII), 0, noise, noise.length - 4, 4);
            Files.write(folder.resolve("death_record.parquet"), noise);
        });
        all.put(
                "xlsx-with-foreign-entity",
                folder -> workbook(
                        folder.resolve(XLSX),
                        out -> write(
                                out,
                                "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                                        + new String(bytes(sheet(cells("&x;"))), StandardCharsets.UTF_8))));
        all.put(
                "xlsx-with-many-entities",
                folder -> workbook(
                        folder.resolve(XLSX),
                        out -> write(
                                out,
                                "<!DOCTYPE worksheet [<!ENTITY a \"" + "z".repeat(1000) + "\"><!ENTITY b \""
                                        + "&a;".repeat(1000)
                                        + "\"><!ENTITY c \"" + "&b;".repeat(1000) + "\">]>"
                                        + new String(bytes(sheet(cells("&c;"))), StandardCharsets.UTF_8))));
        all.put(
                "xlsx-with-external-link",
                folder -> workbook(folder.resolve(XLSX), sheet(cells("<f>[1]Sheet1!A1</f><v>45000</v>"))));
    }

    private static void links(Map<String, Maker> all) {
        all.put("link-in-a-circle", folder -> {
            text(CSV, HEADER + ROW).in(folder);
            Files.createSymbolicLink(folder.resolve("again"), folder);
        });
        all.put("link-to-outside", folder -> Files.createSymbolicLink(folder.resolve(CSV), Path.of("/etc/passwd")));
    }

    private static Maker text(String name, String text) {
        return folder -> Files.writeString(folder.resolve(name), text);
    }

    private static byte[] noise() {
        byte[] noise = new byte[1 << 18];
        new Random(7).nextBytes(noise);
        return noise;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void fill(OutputStream out, String text, long bytes) throws IOException {
        byte[] block = text.repeat(1 << 14).getBytes(StandardCharsets.UTF_8);
        for (long written = 0; written < bytes; written += block.length) {
            out.write(block);
        }
    }

    /** What stands in a sheet. */
    @FunctionalInterface
    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] bytes(Content content) throws IOException {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        content.to(out);
        return out.toByteArray();
    }

    private static Content sheet(String rows) {
        return out -> write(
                out,
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                        + "</sheetData></worksheet>");
    }

    /** A heading row and a row whose day of death is this. */
    private static String cells(String day) {
        return "<row r=\"1\">" + inline("A1", "id_no") + inline("B1", "death_date") + inline("C1", "source")
                + inline("D1", "record_date") + "</row><row r=\"2\">" + inline("A2", Product.DEAD)
                + (day.startsWith("<") ? "<c r=\"B2\">" + day + "</c>" : inline("B2", day))
                + inline("C2", "POLICE_CANCEL") + inline("D2", "2023-02-14") + "</row>";
    }

    private static String inline(String place, String text) {
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static byte[] workbook(Path file, Content sheet) throws IOException {
        String types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\""
                + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/worksheets/sheet1.xml\""
                + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\""
                + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>";
        String relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\""
                + " Target=\"%s\"/></Relationships>";
        String book = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                + "<sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            write(zip, types);
            zip.putNextEntry(new ZipEntry("_rels/.rels"));
            write(zip, relations.formatted("officeDocument", "xl/workbook.xml"));
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            write(zip, book);
            zip.putNextEntry(new ZipEntry("xl/_rels/workbook.xml.rels"));
            write(zip, relations.formatted("worksheet", "worksheets/sheet1.xml"));
            zip.putNextEntry(new ZipEntry("xl/styles.xml"));
            write(zip, "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            sheet.to(zip);
        }
        return Files.readAllBytes(file);
    }
}
