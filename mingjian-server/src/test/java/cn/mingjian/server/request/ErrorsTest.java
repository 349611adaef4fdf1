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
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ErrorsTest {

    private static final String BAD = """
            id_no,judgment_no,cc_kind,decide_effective_date,notice_received_date,docs_received_date,report_date,cc_start,cc_end,left_date,left_kind,agency,region
            11010519491231002X,(2023)示0101刑初1号,缓刑,2023-06-01,2023-06-05,2023-06-08,2023-07-20,2023-06-01,2025-05-31,,,某区社区矫正管理局,340207
            440524188001010014,(2023)示0101刑初2号,缓刑,2023-06-01,2023-02-30,2023-06-08,=cmd|' /C calc'!A0,2023-06-01,2025-05-31,,,某区社区矫正管理局,340207
            ,(2023)示0101刑初3号,缓刑,2023-06-01,2023-06-05,2023-06-08,2023-07-20,2023-06-01
            """;

    private final TestServer server = TestServer.get();
    private final TestServer.Place place = server.office();
    private final Person prosecutor = server.signedIn(place, Role.PROSECUTOR);

    @Test
    void shouldListWhereWhatIsWrongAndHowToMendItAndNoValue() throws IOException, InterruptedException {
        String id = bring(BAD);

        Answer answer = prosecutor.get(Brought.DELIVERIES + "/" + id + "/errors.zip");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        Map<String, byte[]> files = Unzipped.of(answer.whole().body());
        assertThat(files.keySet()).containsExactly("1 数据问题函.docx", "2 问题清单.xlsx");
        List<List<String>> rows = rows(Objects.requireNonNull(files.get("2 问题清单.xlsx")));
        assertThat(rows)
                .anySatisfy(row -> assertThat(row).contains("社区矫正对象.csv", "4", "单元格个数与表头不一致"))
                .anySatisfy(row -> assertThat(row).contains("3", "日期不存在", "请核对日期。"))
                .anySatisfy(row -> assertThat(row).contains("3", "不是日期"));
        try (XWPFWordExtractor letter = new XWPFWordExtractor(
                new XWPFDocument(new ByteArrayInputStream(Objects.requireNonNull(files.get("1 数据问题函.docx")))))) {
            assertThat(letter.getText()).contains("退请核对", "1（共 3 行）", "测试县人民检察院");
            assertThat(letter.getText() + rows).doesNotContain("440524188001010014", "刑初2号", "=cmd", "社区矫正监督");
        }
        try (Stream<java.nio.file.Path> left = Files.list(server.data().resolve("work"))) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith("errors-")))
                    .isEmpty();
        }
    }

    @Test
    void shouldGiveTheRowsOfAVersionThatCouldNotBeTakenBackToTheProviderOfItsDataset() throws Exception {
        Person steward = server.signedIn(place, Role.DATA_STEWARD);
        String dataset = Register.dataset(steward);
        String path = "/api/v1/datasets/" + dataset + "/versions/1/errors.zip";

        Answer answer = steward.get(path);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        Map<String, byte[]> files = Unzipped.of(answer.whole().body());
        assertThat(rows(Objects.requireNonNull(files.get("2 问题清单.xlsx"))))
                .hasSize(3)
                .last()
                .satisfies(row -> assertThat(row).contains("a.csv", "2", "公民身份号码"));
        try (XWPFWordExtractor letter = new XWPFWordExtractor(
                new XWPFDocument(new ByteArrayInputStream(Objects.requireNonNull(files.get("1 数据问题函.docx")))))) {
            assertThat(letter.getText()).contains("某区人社局", "1（共 20 行）");
        }
        assertThat(server.signedIn(server.departmentBeside(place, "civil"), Role.DATA_STEWARD)
                        .get(path)
                        .status())
                .isEqualTo(404);
        steward.post("/api/v1/datasets/" + dataset + "/destroy", Map.of("reason", "试验"));
        assertThat(steward.get(path).problem()).isEqualTo("dataset.no-rows");
    }

    @Test
    void shouldStandInTheOfficersListWhenTheyLeave() throws Exception {
        Person steward = server.signedIn(place, Role.DATA_STEWARD);
        String dataset = Register.dataset(steward);

        steward.get("/api/v1/datasets/" + dataset + "/versions/1/errors.zip");
        prosecutor.get(Brought.DELIVERIES + "/" + bring(BAD) + "/errors.zip");

        JsonNode files = server.signedIn(place, Role.PROTECTION_OFFICER)
                .get("/api/v1/protection/files")
                .json()
                .at("/items");
        assertThat(files.findValuesAsString("act")).containsExactly("delivery.errors", "dataset.errors");
        assertThat(files.at("/1/rows").asInt()).isEqualTo(1);
    }

    @Test
    void shouldSayWhenThereIsNothingToMend() throws InterruptedException {
        String good = bring(Brought.CORRECTION);

        assertThat(prosecutor
                        .get(Brought.DELIVERIES + "/" + good + "/errors.zip")
                        .problem())
                .isEqualTo("request.errors-none");
    }

    @Test
    void shouldRefuseWhoMayNotSeeTheDelivery() throws InterruptedException {
        String path = Brought.DELIVERIES + "/" + bring(BAD) + "/errors.zip";

        assertThat(server.signedIn(server.office(), Role.CHIEF).get(path).status())
                .isEqualTo(404);
        assertThat(server.signedIn(place, Role.AUDIT_ADMIN).get(path).status()).isEqualTo(403);
    }

    private String bring(String csv) throws InterruptedException {
        String id = Brought.bring(prosecutor, "registers", Map.of("社区矫正对象.csv", csv))
                .json()
                .at("/id")
                .asString();
        Brought.read(prosecutor, id);
        return id;
    }

    private static List<List<String>> rows(byte[] xlsx) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            for (Row row : workbook.getSheetAt(0)) {
                List<String> cells = new ArrayList<>();
                for (Cell cell : row) {
                    cells.add(cell.getStringCellValue());
                }
                rows.add(cells);
            }
        }
        return rows;
    }
}
