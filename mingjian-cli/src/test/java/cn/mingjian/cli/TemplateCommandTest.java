package cn.mingjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.cli.Product.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Product product;

    @BeforeEach
    void open() {
        product = new Product(folder);
    }

    @Test
    void shouldGiveClueWithSheetAndRowWhenTheFormIsFilled() throws IOException {
        Path form = folder.resolve("form.xlsx");
        Answer made = product.call("template", Product.MODEL, "--out", form);
        Path filled = fill(form);

        Answer answer = run(filled);

        assertThat(made.code()).as(made.err()).isEqualTo(ExitCode.DONE);
        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(answer.err()).doesNotContain("不是本机制作");
        JsonNode clue = clue();
        assertThat(clue.path("key").path("id_no").asText()).isEqualTo(Product.DEAD);
        List<JsonNode> payments = payments(clue);
        assertThat(payments).hasSize(2);
        for (JsonNode payment : payments) {
            JsonNode source = payment.path("source");
            assertThat(source.path("sheet").asText()).isEqualTo("待遇发放");
            assertThat(FilledSheets.cells(
                            filled,
                            source.path("sheet").asText(),
                            source.path("row").asInt()))
                    .contains(Product.DEAD)
                    .containsAnyOf("2023-03", "2023-04");
        }
    }

    @Test
    void shouldAskForNothingThatTheModelDoesNotUse() throws IOException {
        Path form = folder.resolve("form.xlsx");

        product.call("template", Product.MODEL, "--out", form);

        try (ReadableWorkbook book = new ReadableWorkbook(form.toFile());
                Stream<Sheet> sheets = book.getSheets()) {
            List<String> names = sheets.map(Sheet::getName).toList();
            assertThat(names).contains("待遇发放", "死亡信息").doesNotContain("旅馆", "经营主体");
            assertThat(book.findSheet("待遇发放").orElseThrow().read().get(3).stream()
                            .map(cell -> cell.getText())
                            .toList())
                    .contains("公民身份号码*")
                    .doesNotContain("发放账户");
        }
    }

    @Test
    void shouldKeepTheNumberWhereOnlyTheOwnerReadsIt() throws IOException {
        product.call("template", Product.MODEL, "--out", folder.resolve("form.xlsx"));

        Path register = product.data().resolve("state/forms.jsonl");
        JsonNode entry = JSON.readTree(Files.readString(register));
        assertThat(entry.path("model").asText()).isEqualTo(Product.MODEL);
        assertThat(entry.path("contracts").path("death_record").asText()).isEqualTo("1.0.0");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(register)))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldEnterASecondFormBesideTheFirst() throws IOException {
        product.call("template", Product.MODEL, "--out", folder.resolve("form.xlsx"));

        Answer second = product.call("template", Product.MODEL, "--out", folder.resolve("second.xlsx"));

        assertThat(second.code()).as(second.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readAllLines(product.data().resolve("state/forms.jsonl")))
                .hasSize(2);
    }

    @Test
    void shouldTakeAFormOfAnOlderMinorVersionAndRefuseAnotherMajorOne() throws IOException {
        Path form = folder.resolve("form.xlsx");
        product.call("template", Product.MODEL, "--out", form);
        Path filled = fill(form);
        Path newer = library("1.1.0");

        Answer answer = run(filled, "--library", newer);

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(clue().path("grade").asText()).isEqualTo("B"); // two exclusions lack their registers

        Path register = product.data().resolve("state/forms.jsonl");
        Files.writeString(
                register,
                Files.readString(register).replace("\"death_record\":\"1.0.0\"", "\"death_record\":\"0.9.0\""));
        Answer refused = run(filled, "--library", newer);
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err()).contains("死亡信息").contains("0.9.0").contains("1.1.0");
    }

    @Test
    void shouldSayWhenTheFormWasMadeElsewhere() throws IOException {
        Path form = folder.resolve("form.xlsx");
        product.call("template", Product.MODEL, "--out", form);
        Files.delete(product.data().resolve("state/forms.jsonl"));

        Answer answer = run(fill(form));

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(answer.err()).contains("不是本机制作");
    }

    private Path fill(Path form) throws IOException {
        Map<String, String> march = Map.of(
                "公民身份号码", Product.DEAD,
                "待遇种类", "职工基本养老金",
                "待遇所属月份", "2023-03",
                "发放金额", "2600.00",
                "发放日期", "2023-03-15",
                "发放状态", "正常",
                "发放机构区划代码", "340207");
        Map<String, String> april = new HashMap<>(march);
        april.put("待遇所属月份", "2023-04");
        april.put("发放日期", "2023-04-15");
        return new FilledSheets(form)
                .rows("待遇发放", march, april)
                .rows(
                        "死亡信息",
                        Map.of("公民身份号码", Product.DEAD, "死亡日期", "2023-02-10", "信息来源", "公安户口注销"),
                        Map.of("公民身份号码", Product.DEAD, "死亡日期", "2023-02-10", "信息来源", "殡葬火化"))
                .write(folder.resolve("填好.xlsx"));
    }

    private Answer run(Path filled, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "run", Product.MODEL, "--data", filled, "--as-of", "2024-09-30", "--out", folder.resolve("c.jsonl")));
        arguments.addAll(List.of(more));
        return product.call(arguments.toArray());
    }

    private JsonNode clue() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("c.jsonl")).stream()
                .filter(line -> line.contains("\"code\":\"9.1a\""))
                .toList();
        assertThat(lines).hasSize(1);
        return JSON.readTree(lines.get(0));
    }

    private static List<JsonNode> payments(JsonNode clue) {
        List<JsonNode> payments = new ArrayList<>();
        clue.path("source_rows").forEach(row -> {
            if (row.path("input").asText().equals("pay")) {
                payments.add(row);
            }
        });
        return payments;
    }

    /** The library with the death register in a later version that has one column more. */
    private Path library(String version) throws IOException {
        Path library = Path.of("../library").toRealPath();
        Path copy = Files.createDirectories(folder.resolve("library"));
        for (String part : List.of("laws", "models", "patterns", "regions", "tables")) {
            if (Files.exists(library.resolve(part))) {
                Files.createSymbolicLink(copy.resolve(part), library.resolve(part));
            }
        }
        Files.createDirectories(copy.resolve("contracts"));
        try (Stream<Path> contracts = Files.list(library.resolve("contracts"))) {
            for (Path contract : contracts.toList()) {
                Files.copy(contract, copy.resolve("contracts").resolve(contract.getFileName()));
            }
        }
        Path death = copy.resolve("contracts/death_record.yaml");
        Files.writeString(
                death,
                Files.readString(death)
                                .replace("version: 1.0.0", "version: " + version)
                                .stripTrailing()
                        + "\n  reported_by: {type: text, zh: 报送单位, en: Reported by, example: 某单位}\n");
        return copy;
    }
}
