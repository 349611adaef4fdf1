package cn.mingjian.server.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.Brought;
import cn.mingjian.server.testing.Openings;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Register;
import cn.mingjian.server.testing.SampleRuns;
import cn.mingjian.server.testing.TestServer;
import cn.mingjian.server.testing.TestServer.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Texts that a spreadsheet would run, delivered as data: no file that leaves the server holds a formula, nor a cell that
 * becomes one when the sheet is saved as csv and opened again.
 */
class FormulaTest {

    private static final List<String> HOSTILE = List.of(
            "=cmd|' /C calc'!A0",
            "+1+cmd",
            "-2+3+cmd",
            "@SUM(1+1)",
            "\t=1+1",
            "\r=1+1",
            "＝1+1",
            "＋1+1",
            "－1+1",
            "＠1+1");
    private static final String BEGINNINGS = "=+-@\t\r\n＝＋－＠";
    /** Columns of the registers whose texts come through into clues. */
    private static final List<String> SHOWN =
            List.of("entity_name", "project_name", "decision_no", "permit_no", "receiving_body", "outlet_no");

    /** What the model of the sample runs reads. */
    private static final List<String> REGISTERS = List.of(
            "pollution_permit",
            "discharge_month",
            "ept_declaration",
            "permit_execution_report",
            "env_penalty",
            "construction_project",
            "site_dust_measure",
            "solid_waste_year",
            "output_month");

    private static final String NAME = "=1+1.csv";

    private final TestServer server = TestServer.get();
    private final Place place = server.office();
    private final String login = server.account(place, Role.PROSECUTOR);
    private final Person prosecutor = new Person(server.address()).enter(login, TestServer.PASSWORD);
    private final Person steward = server.signedIn(place, Role.DATA_STEWARD);

    @Test
    void shouldHandOutNoCellOfACluesWorkbookThatASpreadsheetRuns(@TempDir Path folder) throws IOException {
        String run = run(folder);
        String clues = "/api/v1/runs/" + run + "/clues";
        String clue = prosecutor.get(clues).json().at("/items/0/clueId").asString();
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String path : List.of(clues + ".xlsx", clues + ".xlsx?lang=en", clues + "/" + clue + "/outline.docx")) {
            take(files, path, prosecutor.get(path));
        }
        take(files, "opened.xlsx", opened(run));

        assertHarmless(files, HOSTILE);
    }

    @Test
    void shouldHandOutNoCellOfRowsOrOfErrorsThatASpreadsheetRuns() throws Exception {
        String delivery = Register.bring(steward, NAME, Register.gb18030(payments()));
        String version = "/api/v1/datasets/"
                + Register.ended(
                                steward,
                                Register.take(steward, delivery, "", "FULL").json())
                        .at("/dataset/id")
                        .asString()
                + "/versions/1/";
        String again = Register.bring(steward, NAME, Register.gb18030(payments()));
        Map<String, byte[]> files = new LinkedHashMap<>();
        take(files, "rejected.xlsx", steward.post(version + "rejected.xlsx", Openings.WISH));
        take(files, "version.zip", steward.get(version + "errors.zip"));
        take(files, "delivery.zip", steward.get(Brought.DELIVERIES + "/" + again + "/errors.zip"));

        assertHarmless(Map.of("rejected.xlsx", files.remove("rejected.xlsx")), HOSTILE);
        assertHarmless(files, List.of(NAME));
    }

    /** Of each hostile text there is a cell or a sentence, and none of them runs. */
    private static void assertHarmless(Map<String, byte[]> files, List<String> came) throws IOException {
        List<String> runs = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            texts.addAll(file.getKey().contains("docx") ? fields(file, runs) : cells(file, runs));
        }

        assertThat(runs).isEmpty();
        assertThat(came.stream().map(String::strip))
                .allSatisfy(hostile -> assertThat(texts).anyMatch(text -> text.contains(hostile)));
    }

    private static void take(Map<String, byte[]> files, String path, Person.Answer answer) throws IOException {
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        byte[] body = answer.whole().body();
        if (!path.endsWith(".zip")) {
            files.put(path, body);
            return;
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body), UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(path + " " + entry.getName(), zip.readAllBytes());
            }
        }
    }

    /** The texts of all cells; notes those that run. */
    private static List<String> cells(Map.Entry<String, byte[]> file, List<String> runs) throws IOException {
        List<String> texts = new ArrayList<>();
        DataFormatter format = new DataFormatter();
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(file.getValue()))) {
            book.forEach(sheet -> sheet.forEach(row -> row.forEach((Cell cell) -> {
                String text = format.formatCellValue(cell);
                texts.add(text);
                if (cell.getCellType() == CellType.FORMULA || cell.getCellType() == CellType.STRING && runs(text)) {
                    runs.add(file.getKey() + " " + sheet.getSheetName() + " " + cell.getAddress() + ": " + text);
                }
            })));
        }
        return texts;
    }

    private static boolean runs(String text) {
        return !text.isEmpty()
                && BEGINNINGS.indexOf(text.charAt(0)) >= 0
                && !text.substring(1).matches("[\\d.,]+");
    }

    /** The text of a Word document; notes fields that do more than number pages. */
    private static List<String> fields(Map.Entry<String, byte[]> file, List<String> runs) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.getValue()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".xml")) {
                    all.append(new String(zip.readAllBytes(), UTF_8));
                }
            }
        }
        Pattern.compile("(?:<w:instrText[^>]*>|w:instr=\")([^<\"]*)")
                .matcher(all)
                .results()
                .filter(found -> !found.group(1).strip().matches("(NUM)?PAGES?.*"))
                .forEach(found -> runs.add(file.getKey() + ": " + found.group(1)));
        return List.of(all.toString());
    }

    private String run(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> county = Files.list(SampleRuns.county())) {
            for (Path file : county.filter(FormulaTest::isRead).toList()) {
                files.add(Files.writeString(folder.resolve(file.getFileName()), hostile(Files.readAllLines(file))));
            }
        }
        Map<String, Object> wish = SampleRuns.wish(SampleRuns.delivery(place, login, files));
        String run = prosecutor.post("/api/v1/runs", wish).json().at("/id").asString();
        assertThat(SampleRuns.ended(prosecutor, run).at("/state").asString()).isEqualTo("DONE");
        return run;
    }

    private static boolean isRead(Path file) {
        return REGISTERS.contains(file.getFileName().toString().replace(".csv", ""));
    }

    /** The same register with a text before each name that a spreadsheet would run; equal names stay equal. */
    private static String hostile(List<String> lines) {
        List<String> heads = List.of(lines.get(0).split(","));
        StringBuilder all = new StringBuilder(lines.get(0)).append('\n');
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            for (int i = 0; i < cells.length; i++) {
                if (cells.length == heads.size() && SHOWN.contains(heads.get(i)) && !cells[i].isEmpty()) {
                    String text = HOSTILE.get(Math.floorMod(cells[i].hashCode(), HOSTILE.size()));
                    cells[i] = "\"" + text + cells[i] + "\"";
                }
            }
            all.append(String.join(",", cells)).append('\n');
        }
        return all.toString();
    }

    /** Rows that cannot be taken, one with each text, and some that can. */
    private static String payments() {
        StringBuilder csv = new StringBuilder();
        List<String> rows =
                Register.month("2024-03", 40, HOSTILE.size()).lines().toList();
        for (int i = 0; i < rows.size(); i++) {
            String name = i == 0 || i > HOSTILE.size() ? "城乡居民养老保险" : "\"" + HOSTILE.get(i - 1) + "\"";
            csv.append(rows.get(i).replace("城乡居民养老保险", name)).append('\n');
        }
        return csv.toString();
    }

    private Person.Answer opened(String run) {
        String path = "/api/v1/runs/" + run + "/opening-requests";
        String request = prosecutor.post(path, Openings.WISH).json().at("/id").asString();
        Person second = server.signedIn(place, Role.PROSECUTOR);
        assertThat(second.put(
                                "/api/v1/opening-requests/" + request + "/decision",
                                Map.of("allow", true, "words", "核实需要"))
                        .status())
                .isEqualTo(200);
        return prosecutor.post(path + "/" + request + "/clues.xlsx", Map.of());
    }
}
