package cn.mingjian.server.request;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.Brought;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.Register;
import cn.mingjian.server.testing.TestServer;
import cn.mingjian.server.testing.Unzipped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PackTest {

    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("GB18030"));

    private final TestServer server = TestServer.get();
    private final TestServer.Place place = server.office();
    private final Person prosecutor = server.signedIn(place, Role.PROSECUTOR);

    @Test
    void shouldHoldLetterListExampleAndForm() throws IOException {
        Map<String, Object> wish = Wishes.wish();
        JsonNode request = prosecutor.post(Wishes.PATH, wish).json();
        Map<String, byte[]> files = pack(request);

        assertThat(files.keySet()).containsExactly("1 商请函.docx", "2 数据项清单.xlsx", "3 填写示例.xlsx", "4 填报表.xlsx");
        String letter = words(Objects.requireNonNull(files.get("1 商请函.docx")));
        assertThat(letter)
                .contains(
                        "测试县人民检察院",
                        "某市市场监督管理局：",
                        "《中华人民共和国人民检察院组织法》第二十一条",
                        "依法履行法律监督职责，开展调查核实",
                        "2023年1月1日至2024年9月30日",
                        "以光盘当面交接",
                        "2026年12月31日前",
                        "测试员，电话 000-0000000")
                .doesNotContain("{", "null");
        try (XSSFWorkbook form =
                new XSSFWorkbook(new ByteArrayInputStream(Objects.requireNonNull(files.get("4 填报表.xlsx"))))) {
            assertThat(form.getSheet("form").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo(request.at("/formNumber").asString());
        }
        try (XSSFWorkbook list =
                new XSSFWorkbook(new ByteArrayInputStream(Objects.requireNonNull(files.get("2 数据项清单.xlsx"))))) {
            int asked = request.at("/tables/0/required").size()
                    + request.at("/tables/0/helpful").size();
            assertThat(list.getSheetAt(0).getLastRowNum()).isEqualTo(1 + asked);
        }
        try (XSSFWorkbook example =
                new XSSFWorkbook(new ByteArrayInputStream(Objects.requireNonNull(files.get("3 填写示例.xlsx"))))) {
            assertThat(example.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .contains("虚构");
            assertThat(example.getSheet("form")).isNull();
            assertThat(example.getSheetAt(0).getRow(2).getCell(0).getStringCellValue())
                    .isNotBlank();
        }
    }

    @Test
    void shouldStandInTheOfficersListWhenItLeaves() throws IOException {
        pack(prosecutor.post(Wishes.PATH, Wishes.wish()).json());

        JsonNode file = server.signedIn(place, Role.PROTECTION_OFFICER)
                .get("/api/v1/protection/files")
                .json()
                .at("/items/0");
        assertThat(file.at("/act").asString()).isEqualTo("request.pack");
        assertThat(file.at("/kind").asString()).isEqualTo("zip");
    }

    @Test
    void shouldSayTheNumberOfTheLetterAndWhatFitsItsWay() throws IOException {
        Map<String, Object> wish = Wishes.wish();
        wish.put("way", "OBTAINED");
        JsonNode request = prosecutor.post(Wishes.PATH, wish).json();
        String path = Wishes.PATH + "/" + request.at("/id").asString();
        prosecutor.post(path + "/state", Map.of("to", "SENT", "letterNumber", "某检调〔2026〕7号"));

        String letter = words(Objects.requireNonNull(pack(request).get("1 调取函.docx")));

        assertThat(letter).contains("关于调取有关数据的函", "某检调〔2026〕7号");

        wish.put("way", "PUBLIC");
        assertThat(pack(prosecutor.post(Wishes.PATH, wish).json()).keySet())
                .containsExactly("1 数据项清单.xlsx", "2 填写示例.xlsx", "3 填报表.xlsx");
    }

    @Test
    void shouldTellNothingOfTheModelInAnyByteOfThePack() throws IOException {
        for (ModelNeed need : server.part(Needs.class).all()) {
            Map<String, Object> wish = Wishes.wish();
            wish.put("models", List.of(need.id()));
            wish.put("contracts", List.of());
            Answer answer = prosecutor.post(Wishes.PATH, wish);
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);

            List<Part> parts = new ArrayList<>();
            byte[] zip = prosecutor
                    .get(Wishes.PATH + "/" + answer.json().at("/id").asString() + "/pack.zip")
                    .whole()
                    .body();
            unpack("pack.zip", zip, parts);

            assertThat(parts).hasSizeGreaterThan(20);
            assertThat(found(parts, need.telling())).as(need.id()).isEmpty();
            // The search itself finds what is there: the body in the letter, a table in each workbook.
            String table = answer.json().at("/tables/0/title/zh").asString();
            assertThat(found(parts, Set.of("某市市场监督管理局"))).isNotEmpty();
            assertThat(found(parts, Set.of(table)))
                    .anyMatch(where -> where.contains("清单"))
                    .anyMatch(where -> where.contains("示例"))
                    .anyMatch(where -> where.contains("填报表"));
        }
    }

    @Test
    void shouldBeAnsweredByTheFilledFormWhenSomebodyOfTheOfficeBringsIt() throws IOException, InterruptedException {
        JsonNode request = prosecutor.post(Wishes.PATH, Wishes.wish()).json();
        String path = Wishes.PATH + "/" + request.at("/id").asString();
        prosecutor.post(path + "/state", Map.of("to", "SENT"));
        byte[] form = Objects.requireNonNull(pack(request).get("4 填报表.xlsx"));

        String empty = bring(form);
        assertThat(prosecutor.get(path).json().at("/state").asString()).isEqualTo("SENT");

        String delivery = bring(filled(form));

        JsonNode answered = prosecutor.get(path).json();
        assertThat(answered.at("/state").asString()).isEqualTo("ANSWERED");
        assertThat(answered.at("/answeredBy").asString()).isEqualTo(delivery).isNotEqualTo(empty);
        assertThat(prosecutor
                        .get(Wishes.PATH + "/proposal?model=shell-companies&table=market_entity")
                        .json()
                        .at("/tables/0/atHand")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void shouldStayAnsweredWhenTheFormIsTakenInAsADataset() throws IOException, InterruptedException {
        JsonNode request = prosecutor.post(Wishes.PATH, Wishes.wish()).json();
        String path = Wishes.PATH + "/" + request.at("/id").asString();
        prosecutor.post(path + "/state", Map.of("to", "SENT"));
        String delivery = bring(filled(Objects.requireNonNull(pack(request).get("4 填报表.xlsx"))));
        assertThat(prosecutor.get(path).json().at("/answeredInto").isNull()).isTrue();

        Person steward = server.signedIn(place, Role.DATA_STEWARD);
        Map<String, Object> wish = Register.wishFor(steward, delivery, "market_entity", "shell-companies");
        Map<String, Object> about = new HashMap<>(Register.about());
        about.put("authority", Map.of("title", "函", "number", "1号", "purposes", List.of("shell-companies")));
        wish.put("about", about);
        wish.put("coverage", Register.coverage("2024-03-31"));
        JsonNode version = Register.ended(
                steward,
                steward.post("/api/v1/intake/" + delivery + "/import", wish).json());

        JsonNode answered = prosecutor.get(path).json();
        assertThat(version.at("/version/state").asString())
                .as(version.toString())
                .isEqualTo("READY");
        assertThat(answered.at("/state").asString()).isEqualTo("ANSWERED");
        assertThat(answered.at("/answeredInto").asString())
                .isEqualTo(version.at("/dataset/id").asString());
        assertThat(prosecutor
                        .get(Wishes.PATH + "/proposal?model=shell-companies&table=market_entity")
                        .json()
                        .at("/tables/0/atHand")
                        .asBoolean())
                .as("the dataset is at hand")
                .isTrue();
    }

    private String bring(byte[] form) throws InterruptedException {
        String id = prosecutor
                .upload(Brought.DELIVERIES, Map.of("kind", "registers"), Map.of("填报表.xlsx", form))
                .json()
                .at("/id")
                .asString();
        assertThat(UUID.fromString(id)).isNotNull();
        Brought.read(prosecutor, id);
        return id;
    }

    private static byte[] filled(byte[] form) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(form));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.getSheetAt(0);
            sheet.createRow(4).createCell(0).setCellValue("91350100M000100Y43");
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private Map<String, byte[]> pack(JsonNode request) throws IOException {
        Answer answer = prosecutor.get(Wishes.PATH + "/" + request.at("/id").asString() + "/pack.zip");
        assertThat(answer.status()).isEqualTo(200);
        return Unzipped.of(answer.whole().body());
    }

    private static String words(byte[] docx) throws IOException {
        try (XWPFWordExtractor text = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return text.getText();
        }
    }

    /** A part of a file of the pack: its name and its bytes are searched. */
    private record Part(String name, byte[] bytes) {

        private static final Pattern REFERENCE = Pattern.compile("&#(x?)([0-9a-fA-F]+);");

        /** Workbooks write characters as references. */
        String unescaped() {
            return REFERENCE
                    .matcher(new String(bytes, StandardCharsets.UTF_8))
                    .replaceAll(found -> Matcher.quoteReplacement(Character.toString(
                            Integer.parseInt(found.group(2), found.group(1).isEmpty() ? 10 : 16))));
        }
    }

    private static void unpack(String name, byte[] bytes, List<Part> parts) throws IOException {
        parts.add(new Part(name, bytes));
        if (bytes.length > 2 && bytes[0] == 'P' && bytes[1] == 'K') {
            for (Map.Entry<String, byte[]> entry : Unzipped.of(bytes).entrySet()) {
                unpack(name + "/" + entry.getKey(), entry.getValue(), parts);
            }
        }
    }

    private static Set<String> found(List<Part> parts, Set<String> telling) {
        Set<String> found = new HashSet<>();
        for (Part part : parts) {
            for (String words : telling) {
                boolean there = part.name().contains(words)
                        || part.unescaped().contains(words)
                        || CHARSETS.stream().anyMatch(charset -> holds(part.bytes(), words.getBytes(charset)));
                if (there) {
                    found.add(words + " in " + part.name());
                }
            }
        }
        return found;
    }

    private static boolean holds(byte[] bytes, byte[] sought) {
        for (int i = 0; i + sought.length <= bytes.length; i++) {
            int j = 0;
            while (j < sought.length && bytes[i + j] == sought[j]) {
                j++;
            }
            if (j == sought.length) {
                return true;
            }
        }
        return false;
    }
}
