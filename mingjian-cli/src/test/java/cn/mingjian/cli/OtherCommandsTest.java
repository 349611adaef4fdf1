package cn.mingjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.cli.Product.Answer;
import cn.mingjian.running.RunChain;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherCommandsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void shouldShowTheTextInForceOnTheDay() {
        Product product = new Product(folder);

        Answer before = product.call("law", "刑法", "133-1", "--on", "2014-01-01");
        Answer after = product.call("law", "刑法", "133-1", "--on", "2024-01-01");
        Answer none = product.call("law", "刑法", "9999", "--on", "2024-01-01");

        assertThat(after.code()).as(after.err()).isEqualTo(ExitCode.DONE);
        assertThat(after.out()).contains("醉酒驾驶机动车").contains("校车");
        assertThat(before.out()).doesNotContain("校车");
        assertThat(none.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(none.err()).contains("9999");
    }

    @Test
    void shouldSayWhatItIsMadeOf() {
        for (String language : List.of("zh", "en")) {
            Answer answer = new Product(folder).call("about", "--lang", language);

            assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
            assertThat(answer.out()).contains("DuckDB", "v2.", "Apache-2.0", "MIT");
        }
    }

    @Test
    void shouldImportOnlyWhatTheModelNeedsAndReportItsQuality() throws IOException {
        Product product = new Product(folder);
        Path out = folder.resolve("versions");

        Answer answer = product.call("import", product.delivery(), "--model", Product.MODEL, "--out", out);

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out())
                .contains("待遇发放（benefit_payment）", "待遇发放.csv", "公民身份号码  身份号码", "  死亡信息: {from: ")
                .doesNotContain("id_no")
                .doesNotContain(Product.DEAD);
        JsonNode quality = new ObjectMapper()
                .readTree(out.resolve("benefit_payment/quality.json").toFile());
        assertThat(quality.path("sources").get(0).path("kept").asInt()).isEqualTo(3);
        assertThat(quality.findValuesAsText("column"))
                .contains("id_no", "amount")
                .doesNotContain("account");
    }

    @Test
    void shouldSweepWhatTheSessionOfAKilledProcessSpilled() throws IOException {
        Product product = new Product(folder);
        Path left = Files.createDirectories(product.data().resolve("work/session-killed"));
        Files.createFile(left.resolve("lock"));
        Files.writeString(left.resolve("spilled.tmp"), Product.DEAD);

        Answer answer =
                product.call("import", product.delivery(), "--model", Product.MODEL, "--out", folder.resolve("v"));

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(left).doesNotExist();
    }

    @Test
    void shouldSayWhatIsInTheWayWhenTheVersionIsThereAlready() throws IOException {
        Product product = new Product(folder);
        Path out = folder.resolve("versions");
        product.call("import", product.delivery(), "--model", Product.MODEL, "--out", out);
        List<String> before = files(out);

        Answer again = product.call("import", product.delivery(), "--model", Product.MODEL, "--out", out);

        assertThat(again.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(again.err())
                .contains(out.resolve("benefit_payment") + ": 这里已经有一个数据版本，不会被覆盖")
                .doesNotContain("Exception");
        assertThat(files(out)).isEqualTo(before);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    @Test
    void shouldKeepATableWholeWhenItsContractIsNamed() throws IOException {
        Product product = new Product(folder);
        Path out = folder.resolve("versions");

        Answer answer = product.call("import", product.delivery(), "--contract", "benefit_payment", "--out", out);

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(out.resolve("benefit_payment/manifest.json")))
                .contains("account");
        assertThat(out.resolve("death_record")).doesNotExist();
    }

    @Test
    void shouldKeepWhatOneOfTheModelsNeeds() throws IOException {
        Product product = new Product(folder);
        Path out = folder.resolve("versions");

        Answer answer = product.call(
                "import",
                product.delivery(),
                "--model",
                model("dead", "id_no = '" + Product.DEAD + "' and quarter_of(month) = '2023Q1'", "paid_date"),
                "--model",
                model("alive", "id_no = '" + Product.ALIVE + "'", "account"),
                "--out",
                out);

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        JsonNode manifest = new ObjectMapper()
                .readTree(out.resolve("benefit_payment/manifest.json").toFile());
        assertThat(manifest.path("rows").asInt()).isEqualTo(2);
        assertThat(manifest.path("out_of_scope").asInt()).isEqualTo(1);
        assertThat(manifest.path("columns").toString())
                .contains("paid_date", "account")
                .doesNotContain("amount");
    }

    /** A model that admits some payments and shows one column of them. */
    private Path model(String id, String admit, String column) throws IOException {
        Path model = Files.createDirectories(folder.resolve(id));
        Files.writeString(model.resolve("model.yaml"), """
                format: 1
                id: %1$s
                version: 1.0.0
                title: {zh: 试, en: Trial}
                line: civil
                point: trial
                purpose:
                  duty: {zh: 试, en: Trial}
                  necessity: {zh: 试, en: Trial}
                inputs:
                  pay: {contract: benefit_payment@1, admit: "%2$s"}
                rules:
                  paid:
                    code: "1"
                    from: pay
                    key: [id_no]
                    law_date: ":as_of"
                    subject: {type: person, id: id_no}
                    facts: {paid: max(%3$s)}
                    grade: C
                    title: {zh: "{paid}", en: "{paid}"}
                    supervised: [{code: human-resources, zh: 社会保险经办机构, en: social-insurance agency}]
                    law: ["社会保险法@2018#88"]
                    measures: [JCJY]
                    ground: {type: admin-public-interest, field: state-property}
                    to_establish: [{zh: 试, en: Trial, from: 试, how: 调取, why: 试}]
                """.formatted(id, admit, column));
        return model;
    }

    @Test
    void shouldAskForWhatAnImportIs() throws IOException {
        Product product = new Product(folder);
        Path delivery = product.delivery();
        Path out = folder.resolve("versions");

        Answer neither = product.call("import", delivery, "--out", out);
        Answer misspelt = product.call("import", delivery, "--contract", "benefit_paymnt", "--out", out);

        assertThat(neither.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(neither.err()).contains("--model").contains("--contract");
        assertThat(misspelt.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(misspelt.err()).contains("benefit_payment");
    }

    @Test
    void shouldNoticeWhenTheRecordOfRunsWasChanged() throws IOException {
        Product product = new Product(folder);
        assertThat(product.call("audit", "verify").out()).contains(" 0 ");
        for (String run : List.of("a", "b", "c")) {
            RunChain.of(product.data()).append(Map.of("model", run));
        }
        assertThat(product.call("audit", "verify").code()).isEqualTo(ExitCode.DONE);

        Path chain = product.data().resolve("state/runs.jsonl");
        List<String> lines = Files.readAllLines(chain);
        Files.write(chain, List.of(lines.get(0), lines.get(2)));
        Answer left = product.call("audit", "verify");
        Files.write(chain, List.of(lines.get(0), lines.get(1).replace("\"b\"", "\"d\""), lines.get(2)));
        Answer changed = product.call("audit", "verify", "--lang", "en");

        assertThat(left.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(left.err()).contains("第 2 行");
        assertThat(changed.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(changed.err()).contains("line 3");
    }

    @Test
    void shouldSayWhatOfACallWasNotUnderstood() {
        Product product = new Product(folder);

        Answer missing = product.call("run", Product.MODEL);
        Answer unknown = product.call("run", Product.MODEL, "--data", ".", "--asof", "2024-09-30");
        Answer day = product.call("run", Product.MODEL, "--data", ".", "--as-of", "30.9.2024");
        Answer engine = product.call("run", Product.MODEL, "--data", ".", "--engine", "spark:local");
        Answer none = product.call();

        assertThat(List.of(missing, unknown, day, engine, none))
                .allMatch(answer -> answer.code() == ExitCode.WRONG_USE);
        assertThat(missing.err()).contains("缺少：--data。").contains("./mingjian run --help");
        assertThat(unknown.err()).contains("--asof");
        assertThat(day.err()).contains("--as-of").contains("30.9.2024");
        assertThat(engine.err()).contains("spark:local");
        assertThat(none.err()).contains("template").contains("制作模型所需数据的 Excel 表格");
    }
}
