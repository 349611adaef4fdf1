package cn.mingjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.cli.Product.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contracts as documents: cut, classified, and run like a delivered register of clauses. */
class ExtractHousingContractTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private static String contract(int number) {
        return """
                商品房买卖合同
                合同编号：HT%03d
                出卖人：示例置业有限公司
                统一社会信用代码：91110101MA00000018
                项目名称：示例花园
                第一条 总价款为人民币%d元。
                第二条 面积误差比绝对值在3%%以内据实结算；超出3%%买受人有权解除合同。
                签订日期：2024年3月%d日
                补充协议
                一、房屋面积据实结算，
                多退少补，买受人不得退房。
                二、有下列情形之一的，出卖人不承担逾期交房的违约责任：
                （1）市政配套未完成；
                （2）停水停电。
                """.formatted(number, 1_000_000 + number, 10 + number);
    }

    private Path contracts(int count) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            lines.add(MAPPER.writeValueAsString(Map.of("id", "D" + i, "text", contract(i))));
        }
        return Files.write(folder.resolve("contracts.jsonl"), lines);
    }

    private Answer extract(int count) throws IOException {
        return new Product(folder)
                .call(
                        "extract",
                        "housing-contract",
                        contracts(count),
                        "--text-field",
                        "text",
                        "--id-field",
                        "id",
                        "--out",
                        folder.resolve("elements.jsonl"),
                        "--rows",
                        folder.resolve("rows"));
    }

    @Test
    void shouldSayTheKindsOfEachClause() throws IOException {
        Answer answer = extract(2);

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        List<String> lines = Files.readAllLines(folder.resolve("elements.jsonl"));
        assertThat(lines).hasSize(2);
        JsonNode second = MAPPER.readTree(lines.get(1));
        assertThat(second.path("contract_no").path("value").asText()).isEqualTo("HT002");
        List<String> clauses = new ArrayList<>();
        second.path("clauses")
                .forEach(clause -> clauses.add(clause.path("value").toString()));
        assertThat(clauses)
                .containsExactly(
                        "{\"part\":\"MAIN\",\"number\":\"0\",\"kinds\":[]}",
                        "{\"part\":\"MAIN\",\"number\":\"1\",\"kinds\":[]}",
                        "{\"part\":\"MAIN\",\"number\":\"2\",\"kinds\":[]}",
                        "{\"part\":\"SUPPLEMENT\",\"number\":\"1\",\"kinds\":[\"H03\"]}",
                        "{\"part\":\"SUPPLEMENT\",\"number\":\"2\",\"kinds\":[\"H05\"]}");
    }

    @Test
    void shouldGiveRowsOnWhichTheModelRuns() throws IOException {
        extract(3);
        Path clues = folder.resolve("clues.jsonl");

        Answer answer = new Product(folder)
                .call(
                        "run",
                        "unfair-housing-terms",
                        "--data",
                        folder.resolve("rows"),
                        "--as-of",
                        "2024-09-30",
                        "--purpose",
                        "test",
                        "--out",
                        clues);

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        List<String> found = new ArrayList<>();
        for (String line : Files.readAllLines(clues)) {
            JsonNode clue = MAPPER.readTree(line);
            found.add(clue.path("key").path("kind").asText() + " "
                    + clue.path("facts").path("contracts").asText() + " "
                    + clue.path("key").path("project").asText());
        }
        assertThat(found).containsExactlyInAnyOrder("H03 3 示例花园", "H05 3 示例花园");
    }
}
