package cn.mingjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.cli.Product.Answer;
import cn.mingjian.engine.run.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Product product;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path delivery;

    @BeforeEach
    void deliver() throws IOException {
        product = new Product(folder);
        delivery = product.delivery();
    }

    @Test
    void shouldGiveClueWithValuesForItsOwnerOnlyWhenHeadingsAreChinese() throws IOException {
        Path out = folder.resolve("clues.jsonl");

        Answer answer = run("--as-of", "2024-09-30", "--out", out);

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        JsonNode clue = clue(out);
        assertThat(clue.path("grade").asText()).isEqualTo("A");
        assertThat(clue.path("key").path("id_no").asText()).isEqualTo(Product.DEAD);
        assertThat(Files.readString(out)).contains("\"yuan\":5200.00,");
        assertThat(clue.path("subject").path("id").asText()).isEqualTo(Product.DEAD);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldHandOutTheSqlOfATracedRunOnly() {
        Path sql = folder.resolve("plan.sql");

        Answer untraced = run("--as-of", "2024-09-30", "--out", sql);
        Answer traced = run("--as-of", "2024-09-30", "--trace", "--out", sql);

        assertThat(untraced.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(untraced.err()).contains("--trace");
        assertThat(traced.code()).as(traced.err()).isEqualTo(ExitCode.DONE);
        assertThat(sql).content().contains("SELECT").doesNotContain(Product.DEAD);
    }

    @Test
    void shouldNotRunWhenTheFolderOfAResultDoesNotExist() {
        Answer answer = run("--as-of", "2024-09-30", "--out", folder.resolve("nowhere/clues.xlsx"));

        assertThat(answer.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(answer.err()).contains("clues.xlsx：文件所在的文件夹不存在");
    }

    @Test
    void shouldNameFilesThatItDoesNotUseAndSayWhenNothingWasChecked() throws IOException {
        Path fruit = Files.createDirectories(folder.resolve("fruit"));
        Files.writeString(fruit.resolve("水果.csv"), "产品,颜色\n苹果,红\n");
        Files.writeString(fruit.resolve("market_entity.csv"), "uscc,entity_name\nx,y\n");

        Answer answer =
                product.call("run", "benefits-after-death-or-sentence", "--data", fruit, "--as-of", "2024-09-30");

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(answer.err()).contains("没有使用 水果.csv：", "“待遇发放.csv”").doesNotContain("market_entity");
        assertThat(answer.out()).contains("没有作任何检查").doesNotContain("没有线索。");
    }

    @Test
    void shouldNameFileAndRowWhereTheValuesReallyStand() throws IOException {
        Path out = folder.resolve("clues.jsonl");

        run("--as-of", "2024-09-30", "--out", out);

        List<String> places = new ArrayList<>();
        for (JsonNode source : clue(out).path("source_rows")) {
            if (!source.path("absent").asBoolean()) {
                String file = source.path("source").path("file").asText();
                int row = source.path("source").path("row").asInt();
                String line = Files.readAllLines(delivery.resolve(file)).get(row - 1);
                assertThat(line).contains(source.path("row").path("id_no").asText());
                places.add(file + ":" + row);
            }
        }
        assertThat(places).contains("待遇发放.csv:3", "待遇发放.csv:4", "死亡信息.csv:2", "死亡信息.csv:3");
    }

    @Test
    void shouldCallACompanyByItsNumberWhenItsNameWasNotDelivered() throws IOException {
        Path nameless = Files.createDirectories(folder.resolve("无名称"));
        Files.writeString(nameless.resolve("market_entity.csv"), """
                统一社会信用代码,登记状态,状态日期,区划代码
                91110101MA00000018,吊销未注销,2020-06-01,340207
                """);
        Files.writeString(nameless.resolve("liquidation.csv"), "统一社会信用代码,公告日期,种类\n");
        Path out = folder.resolve("clues.jsonl");

        Answer answer = product.call(
                "run", "shell-companies", "--data", nameless, "--as-of", "2024-09-30", "--lang", "zh", "--out", out);

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        JsonNode clue = JSON.readTree(Files.readAllLines(out).get(0));
        assertThat(clue.path("title").path("zh").asText()).startsWith("91110101MA00000018自2020-06-01被吊销");
        assertThat(clue.path("source_rows").path(0).path("row").has("entity_name"))
                .isFalse();
    }

    @Test
    void shouldShowNoNumberOfTheInputOnTheScreen() {
        for (String language : List.of("zh", "en")) {
            Answer answer = run("--as-of", "2024-09-30", "--lang", language);

            assertThat(answer.out()).contains("9.1a").contains("5,200.00");
            assertThat(answer.out() + answer.err()).doesNotContain(Product.DEAD, Product.ALIVE, "6200000000000000001");
        }
    }

    @Test
    void shouldSayInTheRowWhyAClueIsNoBetterWhenOneSourceAloneReportsTheDeath() throws IOException {
        Files.writeString(delivery.resolve("死亡信息.csv"), """
                公民身份号码,死亡日期,信息来源,登记日期
                %1$s,2023-02-10,公安户口注销,2023-02-14
                """.formatted(Product.DEAD));

        Answer answer = run("--as-of", "2024-09-30");

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out().replaceAll("\\s", "")).contains("B级：死亡后发放2个月", "只有一个来源");
    }

    @Test
    void shouldCallStepsByTheirTitlesInTheLanguageAskedFor() {
        assertThat(run("--as-of", "2024-09-30", "--lang", "zh").out()).contains("死亡次月以后发放的待遇");
        assertThat(run("--as-of", "2024-09-30", "--lang", "en").out())
                .contains("benefits paid after the month of death")
                .doesNotContain("after_death");
    }

    @Test
    void shouldSayWhatARuleLacksWhenARegisterIsMissing() throws IOException {
        Files.delete(delivery.resolve("死亡信息.csv"));

        Answer answer = run("--as-of", "2024-09-30");

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(answer.out()).containsPattern("注意：.* 条规则一条也没有运行[^$]*9\\.1a .*死亡信息（death_record）");
    }

    @Test
    void shouldNameFileAndRowWhenAFileIsBroken() throws IOException {
        Files.delete(delivery.resolve("死亡信息.csv"));
        Files.writeString(
                delivery.resolve("death_record.json"),
                "[\n{\"id_no\": \"" + Product.DEAD + "\", \"death_date\": \"2023-02-10\"},\n{\"id_no\": ]\n");

        Answer answer = run("--as-of", "2024-09-30");

        assertThat(answer.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(answer.err()).contains("death_record").contains("3").doesNotContain(Product.DEAD);
    }

    @Test
    void shouldAdviseTheNearestNameWhenTheModelIsUnknown() {
        Answer answer = product.call("run", "benefits-after-deth-or-sentence", "--data", delivery);

        assertThat(answer.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(answer.err()).contains("是否想写 " + Product.MODEL);
    }

    @Test
    void shouldRefuseToSetWhatTheLawSays() {
        Answer refused = run("--as-of", "2024-09-30", "--set", "tell=40");
        Answer allowed = run("--as-of", "2024-09-30", "--set", "min_yuan=6000.00");

        assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err()).contains("--set tell").contains("来自法律");
        assertThat(allowed.code()).as(allowed.err()).isEqualTo(ExitCode.DONE);
        assertThat(allowed.out()).doesNotContain("5,200.00");
    }

    @Test
    void shouldWriteWhatNobodyCouldDecide() throws IOException {
        Path unknown = folder.resolve("unknown.jsonl");
        Files.writeString(
                delivery.resolve("死亡信息.csv"),
                "110101195203070014,2024-02-30,疾控死因登记,2024-03-01\n",
                StandardOpenOption.APPEND);

        Answer answer = run("--as-of", "2024-09-30", "--unknown", unknown);

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readAllLines(unknown)).isNotEmpty().allSatisfy(line -> {
            JsonNode row = JSON.readTree(line);
            assertThat(row.path("step").asText()).isNotEmpty();
            assertThat(row.path("reason").asText()).isIn("key", "condition", "reach", "pending");
        });
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(unknown)))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldRunAsOfTheEarliestKnownEndWhenNoDayIsGiven() throws IOException {
        Files.writeString(delivery.resolve("datasets.yaml"), """
                alive_check: {from: "2019-01-01", known_until: "2024-06-30", complete: yes}
                benefit_recovery: {from: "2019-01-01", known_until: "2024-08-31", complete: yes}
                """);

        Answer answer = run();

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out()).contains("截至 2024-06-30");
    }

    @Test
    void shouldProposeTheLatestDayWhenNothingSaysUntilWhenItIsKnown() throws IOException {
        Files.writeString(delivery.resolve("datasets.yaml"), "alive_check: {complete: no}\n");

        Answer answer = run();

        assertThat(answer.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(answer.err()).contains("各表日期列中最晚的一天是 2023-06-01（待遇领取资格认证）").contains("--as-of 2023-06-01");
        assertThat(product.data().resolve("work")).isDirectoryNotContaining("glob:**/run-*");
    }

    @Test
    void shouldAskForADayWhenTheDataNameNone() throws IOException {
        for (String file : List.of("待遇领取资格认证.csv", "待遇追回.csv", "死亡信息.csv")) {
            Files.delete(delivery.resolve(file));
        }
        Files.writeString(delivery.resolve("待遇发放.csv"), "公民身份号码,待遇种类,发放金额\n" + Product.DEAD + ",职工基本养老金,2600.00\n");

        Answer answer = run();

        assertThat(answer.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(answer.err()).contains("请用 --as-of 指定日期");
    }

    @Test
    void shouldChainEveryRunToTheOneBefore() throws IOException {
        run("--as-of", "2024-09-30");
        run("--as-of", "2024-09-29", "--purpose", "模型研究");

        List<String> lines = Files.readAllLines(product.data().resolve("state/runs.jsonl"));
        assertThat(lines).hasSize(2);
        assertThat(JSON.readTree(lines.get(0)).path("before").asText()).isEqualTo("0".repeat(64));
        assertThat(JSON.readTree(lines.get(1)).path("before").asText()).isEqualTo(Json.digest(lines.get(0)));
        assertThat(lines.get(1)).contains("模型研究").doesNotContain(Product.DEAD);
    }

    private Answer run(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("run", Product.MODEL, "--data", delivery));
        arguments.addAll(List.of(more));
        return product.call(arguments.toArray());
    }

    /** The clue of payments after death, which must be the only one of its rule. */
    private static JsonNode clue(Path file) throws IOException {
        List<JsonNode> clues = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode clue = JSON.readTree(line);
            if (clue.path("code").asText().equals("9.1a")) {
                clues.add(clue);
            }
        }
        assertThat(clues).hasSize(1);
        return clues.get(0);
    }
}
