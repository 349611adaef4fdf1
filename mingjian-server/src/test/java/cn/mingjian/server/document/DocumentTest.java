package cn.mingjian.server.document;

import static cn.mingjian.server.testing.Brought.DELIVERIES;
import static cn.mingjian.server.testing.Brought.JUDGMENT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.model.folder.Folders;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.delivery.Deliveries;
import cn.mingjian.server.delivery.DeliveryFiles;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.testing.Brought;
import cn.mingjian.server.testing.Openings;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentTest {

    private static final String JUDGMENTS = "criminal-judgment";

    private final TestServer server = TestServer.get();
    private final TestServer.Place place = server.office();
    private final Person prosecutor = server.signedIn(place, Role.PROSECUTOR);

    @Test
    void shouldReadJudgmentsFromTextArchiveAndLinesOfJson() throws Exception {
        String lines = JsonMapper.shared().writeValueAsString(Map.of("id", "甲-1", "qw", JUDGMENT)) + "\n";
        Answer answer = prosecutor.upload(
                DELIVERIES,
                Map.of("kind", JUDGMENTS),
                Map.of(
                        "判决一.txt", JUDGMENT.getBytes(UTF_8),
                        "批次.zip", zip("../甲/判决二.txt", JUDGMENT.getBytes(Charset.forName("GB18030"))),
                        "汇总.jsonl", lines.getBytes(UTF_8),
                        "判决三.docx", word(JUDGMENT),
                        "坏的.pdf", "%PDF-1.4 broken".getBytes(UTF_8)));

        JsonNode page = Brought.read(prosecutor, answer.json().at("/id").asString());

        assertThat(page.at("/state").asString()).isEqualTo("READY");
        assertThat(page.at("/documents").toString())
                .isEqualTo("{\"read\":4,\"unreadable\":1,\"doubtful\":"
                        + page.at("/documents/doubtful").asInt() + ",\"of\":5}");
        assertThat(page.at("/tables").findValuesAsString("contract")).contains("judgment", "judgment_exec");
        assertThat(page.at("/models/0/rulesRunnable").asInt()).isPositive();
        assertThat(page.at("/latestDay").asString()).isEqualTo("2023-05-26");
        JsonNode list = prosecutor.get(path(page) + "/documents?size=2").json();
        assertThat(list.at("/total").asInt()).isEqualTo(5);
        assertThat(list.at("/items").size()).isEqualTo(2);
        JsonNode all = prosecutor.get(path(page) + "/documents").json().at("/items");
        assertThat(all.findValuesAsString("name"))
                .contains("判决一.txt", "判决三.docx", "甲-1", "坏的.pdf")
                .anySatisfy(name -> assertThat(name).endsWith("判决二.txt"));
        assertThat(all.findValuesAsString("caseNumber")).contains("(2023)示0101刑初12号");
        assertThat(page.toString() + all).doesNotContain(server.data().toString());
    }

    @Test
    void shouldShowADocumentWithItsElementsAndMaskNames() throws Exception {
        JsonNode page = brought();

        JsonNode document = prosecutor.get(path(page) + "/documents/1").json();

        String text = document.at("/text").asString();
        JsonNode months = element(document, "defendants[0].months");
        assertThat(months.at("/value").asString()).isEqualTo("9");
        assertThat(months.at("/state").asString()).isEqualTo("FOUND");
        assertThat(substring(text, months)).contains("九个月");
        assertThat(months.at("/sentence").asString()).contains("有期徒刑九个月");
        assertThat(months.at("/group/zh").asString()).isEqualTo("被告人1（王***）");
        assertThat(element(document, "defendants[0].name").at("/value").asString())
                .isEqualTo("王***");
        JsonNode instance = element(document, "instance");
        assertThat(instance.at("/value").asString()).isEqualTo("first");
        assertThat(instance.at("/words/zh").asString()).isEqualTo("一审");
        assertThat(instance.at("/choices").size()).isEqualTo(3);
    }

    @Test
    void shouldSayOfTheClausesOfAContractWhichKindsOfUnfairTermTheyAre() throws Exception {
        String contract = """
                商品房买卖合同
                合同编号：HT001
                出卖人：示例置业有限公司
                项目名称：示例花园
                第一条 总价款为人民币1000000元。
                签订日期：2024年3月11日
                补充协议
                一、房屋面积据实结算，
                多退少补，买受人不得退房。
                """;
        String id = Brought.bring(prosecutor, "housing-contract", Map.of("合同.txt", contract))
                .json()
                .at("/id")
                .asString();
        JsonNode page = Brought.read(prosecutor, id);

        List<String> kinds = new ArrayList<>();
        for (JsonNode element :
                prosecutor.get(path(page) + "/documents/1").json().at("/elements")) {
            element.at("/kinds").forEach(kind -> kinds.add(kind.at("/zh").asString()));
        }

        assertThat(kinds).containsExactly("面积误差一律据实结算、不得退房");
    }

    @Test
    void shouldListTheDoubtfulDocumentsFirst() throws Exception {
        String doubtful = JUDGMENT.replace("刑初12号", "刑初13号");
        JsonNode page = Brought.read(
                prosecutor,
                Brought.bring(prosecutor, JUDGMENTS, Map.of("1.txt", JUDGMENT, "2.txt", doubtful))
                        .json()
                        .at("/id")
                        .asString());
        server.act(() -> server.part(JdbcClient.class)
                .sql("update document set unsure = number - 1 where delivery_id = cast(? as uuid)")
                .param(page.at("/id").asString())
                .update());

        String list = path(page) + "/documents";
        assertThat(prosecutor.get(list).json().at("/items/0/no").asInt()).isEqualTo(2);
        assertThat(prosecutor
                        .get(list + "?order=NUMBER")
                        .json()
                        .at("/items/0/no")
                        .asInt())
                .isEqualTo(1);
        assertThat(prosecutor.get(list + "?order=number;drop").status()).isEqualTo(400);
    }

    @Test
    void shouldHidePersonsInTheTextPlaceByPlaceUntilItIsOpened() throws Exception {
        String path = path(brought()) + "/documents/1";

        JsonNode masked = prosecutor.get(path).json();
        JsonNode opened = prosecutor.post(path + "/opening", Openings.WISH).json();

        String hidden = masked.at("/text").asString();
        String whole = opened.at("/document/text").asString();
        assertThat(whole).contains("被告人王示", "1990年3月7日", "住示例省某市甲区", "审判员钱示");
        assertThat(hidden)
                .hasSameSizeAs(whole)
                .contains("被告人王*", "1990年*月*日", "审判员钱*", "示例省某市甲区人民法院")
                .doesNotContain("王示", "钱示", "孙例");
        assertThat(masked.toString()).doesNotContain("王示");
        assertThat(masked.at("/elements").size())
                .isEqualTo(opened.at("/document/elements").size());
        assertThat(element(opened.at("/document"), "defendants[0].name")
                        .at("/value")
                        .asString())
                .isEqualTo("王示");
        assertThat(opened.at("/opening/allowance/opened").asInt()).isEqualTo(1);
        assertThat(prosecutor.get(path).text()).doesNotContain("王示");
        Person other = server.signedIn(server.office(), Role.PROSECUTOR);
        assertThat(other.post(path + "/opening", Openings.WISH).status()).isEqualTo(404);
    }

    @Test
    void shouldLetACorrectionWinAndWriteTheRowsAnew() throws Exception {
        JsonNode page = brought();
        Path rows = rows(page);
        assertThat(rows.resolve("judgment_exec.jsonl")).content().contains("\"exec_months\":9");

        Answer corrected = correct(page, "defendants[0].months", "10", "主文为十个月");

        assertThat(corrected.status()).isEqualTo(200);
        JsonNode months = element(corrected.json(), "defendants[0].months");
        assertThat(months.at("/value").asString()).isEqualTo("10");
        assertThat(months.at("/state").asString()).isEqualTo("CORRECTED");
        assertThat(months.at("/correctedBy").asString()).isEqualTo("测试员");
        Brought.read(prosecutor, page.at("/id").asString());
        assertThat(rows.resolve("judgment_exec.jsonl")).content().contains("\"exec_months\":10");

        correct(page, "defendants[0].charges_found[+]", "抢劫罪", "漏读");
        correct(page, "defendants[0].months", null, "实为未载明");
        Brought.read(prosecutor, page.at("/id").asString());
        assertThat(rows.resolve("judgment_charge.jsonl")).content().contains("抢劫罪", "盗窃罪");
        assertThat(rows.resolve("judgment_exec.jsonl")).content().doesNotContain("exec_months");
    }

    @Test
    void shouldBeginAnewWhatADeadServerHadNotFinishedAndLetNoRunOnIt() throws Exception {
        JsonNode page = brought();
        correct(page, "defendants[0].months", "10", "主文为十个月");
        Brought.read(prosecutor, page.at("/id").asString());
        UUID id = UUID.fromString(page.at("/id").asString());
        Folders.delete(Objects.requireNonNull(rows(page).getParent(), "rows lie in a folder"));
        server.act(() -> server.part(Deliveries.class).again(id));
        assertThatThrownBy(() -> server.part(Deliveries.class).open(server.actor(place, Role.PROSECUTOR), id))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.problems().get(0).code()).isEqualTo("server.delivery-not-ready"));

        server.part(DocumentReading.class).resume();

        JsonNode resumed = Brought.read(prosecutor, id.toString());
        assertThat(resumed.at("/state").asString()).isEqualTo("READY");
        assertThat(resumed.at("/documents/read").asInt()).isEqualTo(1);
        assertThat(rows(page).resolve("judgment_exec.jsonl")).content().contains("\"exec_months\":10");
    }

    @Test
    void shouldRefuseACorrectionThatIsNone() throws Exception {
        JsonNode page = brought();

        assertThat(correct(page, "defendants[0].months", "many", "理由").problem())
                .isEqualTo("server.element-value");
        assertThat(correct(page, "judgment_date", "2023-13-01", "理由").problem()).isEqualTo("server.element-value");
        assertThat(correct(page, "instance", "x'; drop table document; --", "理由")
                        .problem())
                .isEqualTo("server.element-value");
        assertThat(correct(page, "defendants[7].months", "1", "理由").problem()).isEqualTo("server.element-unknown");
        assertThat(correct(page, "cited_articles[0]", "1", "理由").problem()).isEqualTo("server.element-with-parts");
        assertThat(correct(page, "court", "某法院", " ").problem()).isEqualTo("server.correction-reason");
        assertThat(correct(page, "court", "<script>alert(1)</script>", "理由").status())
                .isEqualTo(200);
    }

    @Test
    void shouldFailAndKeepNothingWhenADocumentCarriesAMarkOfSecrecy() throws Exception {
        JsonNode page = Brought.read(
                prosecutor,
                Brought.bring(prosecutor, JUDGMENTS, Map.of("通知.txt", "机密★20年\n" + JUDGMENT))
                        .json()
                        .at("/id")
                        .asString());

        assertThat(page.at("/state").asString()).isEqualTo("FAILED");
        assertThat(page.at("/problems/0/code").asString()).isEqualTo("server.secrecy-mark");
        assertThat(server.part(DeliveryFiles.class)
                        .files(place.office(), UUID.fromString(page.at("/id").asString()))
                        .getParent())
                .doesNotExist();
    }

    @Test
    void shouldSayWhyWhenNothingCouldBeRead() throws Exception {
        JsonNode page = Brought.read(
                prosecutor,
                Brought.bring(prosecutor, JUDGMENTS, Map.of("坏的.pdf", "%PDF-1.4 broken"))
                        .json()
                        .at("/id")
                        .asString());

        assertThat(page.at("/state").asString()).isEqualTo("FAILED");
        assertThat(page.at("/problems/0/code").asString()).isEqualTo("server.documents-none");
        assertThat(prosecutor
                        .get(path(page) + "/documents")
                        .json()
                        .at("/items/0/problem/zh")
                        .asString())
                .isNotEmpty();
    }

    @Test
    void shouldAnswerStrangersAsIfNothingWereThere() throws Exception {
        JsonNode page = brought();
        Person administrator = server.signedIn(place, Role.AUDIT_ADMIN);
        for (String path : List.of(path(page) + "/documents", path(page) + "/documents/1")) {
            for (Person stranger : List.of(
                    server.signedIn(server.departmentBeside(place, "k" + path.length()), Role.PROSECUTOR),
                    server.signedIn(server.office(), Role.CHIEF))) {
                assertThat(stranger.get(path).status()).isEqualTo(404);
            }
            assertThat(administrator.get(path).status()).isEqualTo(403);
            assertThat(new Person(server.address()).get(path).status()).isEqualTo(401);
        }
        Person stranger = server.signedIn(server.office(), Role.PROSECUTOR);
        assertThat(stranger.put(path(page) + "/documents/1/corrections", wish("court", "x", "y"))
                        .status())
                .isEqualTo(404);
        assertThat(administrator
                        .put(path(page) + "/documents/1/corrections", wish("court", "x", "y"))
                        .status())
                .isEqualTo(403);
        assertThat(prosecutor.get(path(page) + "/documents/99").status()).isEqualTo(404);
    }

    private JsonNode brought() throws InterruptedException {
        Answer answer = Brought.bring(prosecutor, JUDGMENTS, Map.of("判决.txt", JUDGMENT));
        return Brought.read(prosecutor, answer.json().at("/id").asString());
    }

    private Answer correct(JsonNode page, String element, @Nullable String value, String reason) {
        return prosecutor.put(path(page) + "/documents/1/corrections", wish(element, value, reason));
    }

    private static Map<String, Object> wish(String element, @Nullable String value, String reason) {
        Map<String, Object> wish = new HashMap<>(Map.of("element", element, "reason", reason));
        if (value != null) {
            wish.put("value", value);
        }
        return wish;
    }

    private static String path(JsonNode page) {
        return DELIVERIES + "/" + page.at("/id").asString();
    }

    private Path rows(JsonNode page) {
        return server.part(DeliveryFiles.class)
                .read(place.office(), UUID.fromString(page.at("/id").asString()))
                .resolve("rows");
    }

    private static JsonNode element(JsonNode document, String id) {
        for (JsonNode element : document.at("/elements")) {
            if (element.at("/id").asString().equals(id)) {
                return element;
            }
        }
        throw new AssertionError("No element " + id + " in " + document.at("/elements"));
    }

    private static String substring(String text, JsonNode element) {
        int[] points = text.codePoints().toArray();
        int start = element.at("/start").asInt();
        return new String(points, start, element.at("/end").asInt() - start);
    }

    /** The text as a Word document, as small as one can be. */
    private static byte[] word(String text) throws IOException {
        String paragraphs = text.lines()
                .map(line -> "<w:p><w:r><w:t>" + line + "</w:t></w:r></w:p>")
                .collect(Collectors.joining());
        String office = "http://schemas.openxmlformats.org/";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + office + "package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                            + ".wordprocessingml.document.main+xml\"/></Types>");
            add(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"" + office + "package/2006/relationships\">"
                            + "<Relationship Id=\"r1\" Type=\"" + office
                            + "officeDocument/2006/relationships/officeDocument\""
                            + " Target=\"word/document.xml\"/></Relationships>");
            add(
                    zip,
                    "word/document.xml",
                    "<w:document xmlns:w=\"" + office + "wordprocessingml/2006/main\"><w:body>" + paragraphs
                            + "</w:body></w:document>");
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(UTF_8));
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, Charset.forName("GB18030"))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
