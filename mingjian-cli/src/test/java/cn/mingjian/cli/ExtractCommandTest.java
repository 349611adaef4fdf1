package cn.mingjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.cli.Product.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractCommandTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String JUDGMENT = """
            示例省某市甲区人民法院
            刑事判决书
            （2023）示0101刑初12号
            公诉机关示例省某市甲区人民检察院。
            被告人王示，男，1990年3月7日出生，汉族，无业。因本案于2023年2月3日被刑事拘留。
            示例省某市甲区人民检察院以示甲检刑诉〔2023〕9号起诉书指控被告人王示犯盗窃罪，于2023年4月10日向本院提起公诉。本案现已审理终结。
            经审理查明，被告人王示窃得手机一部。
            本院认为，被告人王示的行为已构成盗窃罪。依照《中华人民共和国刑法》第二百六十四条、第六十七条第三款之规定，判决如下：
            被告人王示犯盗窃罪，判处有期徒刑九个月，并处罚金人民币五千元。
            审判员钱示
            二〇二三年五月二十六日
            书记员孙例
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private Path judgments(int count) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            lines.add(MAPPER.writeValueAsString(Map.of("no", "J" + i, "words", JUDGMENT)));
        }
        return Files.write(folder.resolve("judgments.jsonl"), lines);
    }

    private Answer extract(Path file, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "extract", "criminal-judgment", file, "--text-field", "words", "--id-field", "no", "--out", out()));
        arguments.addAll(List.of(more));
        return new Product(folder).call(arguments.toArray());
    }

    private Path out() {
        return folder.resolve("elements.jsonl");
    }

    @Test
    void shouldWriteALineADocumentThatTheSchemaHolds() throws IOException {
        Answer answer = extract(judgments(3));

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        List<String> lines = Files.readAllLines(out());
        assertThat(lines).hasSize(3);
        JsonNode schema = MAPPER.readTree(
                Path.of("../library/schemas/extraction.schema.json").toFile());
        JsonSchema validator =
                JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
        for (String line : lines) {
            assertThat(validator.validate(MAPPER.readTree(line))).isEmpty();
        }
        JsonNode first = MAPPER.readTree(lines.get(0));
        assertThat(first.path("id").asText()).isEqualTo("J1");
        assertThat(first.path("court").path("value").asText()).isEqualTo("示例省某市甲区人民法院");
        assertThat(first.path("defendants").path(0).path("months").path("value").asInt())
                .isEqualTo(9);
        assertThat(first.path("defendants").path(0).path("bail_dates")).isEmpty();
        assertThat(first.path("defendants")
                        .path(0)
                        .path("probation_months")
                        .path("state")
                        .asText())
                .isEqualTo("not-stated");
        JsonNode article = first.path("cited_articles").path(1);
        assertThat(article.path("value").toString()).isEqualTo("{\"law\":\"刑法\",\"article\":\"67\",\"paragraph\":3}");
        String text = first.path("text").asText();
        assertThat(text.substring(
                        article.path("start").asInt(), article.path("end").asInt()))
                .isEqualTo("第六十七条第三款");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out())))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldWriteRowsThatAnImportTakes() throws IOException {
        Path rows = folder.resolve("rows");
        Answer answer = extract(judgments(2), "--rows", rows);

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        try (Stream<Path> files = Files.list(rows)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly(
                            "judgment.jsonl",
                            "judgment_charge.jsonl",
                            "judgment_exec.jsonl",
                            "pros_case.jsonl",
                            "pros_charge.jsonl");
        }
        Answer imported = new Product(folder)
                .call(
                        "import",
                        rows,
                        "--contract",
                        "judgment_exec",
                        "--contract",
                        "judgment_charge",
                        "--out",
                        folder.resolve("versions"));
        assertThat(imported.code()).as(imported.err()).isEqualTo(ExitCode.DONE);
        assertThat(imported.out()).contains("judgment_exec");
    }

    @Test
    void shouldCallADefendantWithoutNumberByThePlaceInTheDocument() throws IOException {
        Path rows = folder.resolve("rows");
        Path file = Files.writeString(
                folder.resolve("recidivist.jsonl"),
                MAPPER.writeValueAsString(Map.of(
                        "no",
                        "J1",
                        "words",
                        JUDGMENT.replace("已构成盗窃罪。", "已构成盗窃罪。被告人王示系累犯，应当从重处罚。").replace("有期徒刑九个月", "有期徒刑九个月，缓刑一年"))));
        assertThat(extract(file, "--rows", rows).code()).isEqualTo(ExitCode.DONE);

        Path clues = folder.resolve("clues.jsonl");

        Answer answer = new Product(folder)
                .call("run", "judgment-against-itself", "--data", rows, "--as-of", "2024-09-30", "--out", clues);

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(clues))
                .contains("认定第1名被告人为累犯，却宣告缓刑12个月", "defendant no. 1 found to be a recidivist")
                .contains("\"who\":\"1\"");
    }

    @Test
    void shouldScoreAgainstAGoldFile() throws IOException {
        int start = JUDGMENT.indexOf("（2023）示");
        Path gold = Files.writeString(
                folder.resolve("gold.jsonl"),
                "{\"id\":\"J1\",\"elements\":[{\"element\":\"case_number\",\"start\":" + start + ",\"end\":"
                        + JUDGMENT.indexOf('\n', start)
                        + "},{\"element\":\"months\",\"defendant\":1,\"start\":0,\"end\":1,\"value\":8}]}\n");
        Path differences = folder.resolve("differences.tsv");
        Answer answer = extract(judgments(1), "--score", gold, "--differences", differences);

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out())
                .containsPattern("case_number +1 +1 +1 +1\\.000")
                .containsPattern("months +1 +1 +0 +0\\.000");
        assertThat(Files.readAllLines(differences)).hasSize(2).allMatch(line -> line.startsWith("J1\tmonths\t1\t"));
    }

    @Test
    void shouldNameWhatCouldNotBeReadAndGoOn() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mixed.jsonl"), "{\n" + Files.readString(judgments(1)), StandardCharsets.UTF_8);
        Answer answer = extract(file, "--lang", "en");

        assertThat(answer.code()).isEqualTo(ExitCode.DONE);
        assertThat(answer.err()).contains("mixed.jsonl:1:1").contains("JSON");
        assertThat(Files.readAllLines(out())).hasSize(1);
        Files.writeString(file, "{\n");
        assertThat(extract(file).code()).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void shouldSayWhichDocumentsLookLikeAnotherKind() throws IOException {
        Path file = folder.resolve("mixed.jsonl");
        Files.writeString(
                file,
                Files.readString(judgments(1)) + "{\"no\": \"N2\", \"words\": \"关于召开例会的通知。各科室：请于周一上午九时到会议室参加例会。\"}\n");

        Answer answer = extract(file);

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(answer.err()).contains("N2：不像“刑事判决书”").doesNotContain("J1");
        assertThat(answer.out()).contains("2 份文书中有 1 份不像“刑事判决书”");
        assertThat(Files.readAllLines(out())).hasSize(2);
        assertThat(extract(file, "--lang", "en").out())
                .contains("1 of 2 documents do not look like \"Criminal judgment\"");
        assertThat(extract(judgments(2)).out()).doesNotContain("不像");
    }

    @Test
    void shouldSayWhichKindsOfDocumentsThereAre() throws IOException {
        Answer answer =
                new Product(folder).call("extract", "criminal-judgement", judgments(1), "--out", out(), "--lang", "en");

        assertThat(answer.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(answer.err()).contains("criminal-judgment");
        assertThat(out()).doesNotExist();
    }

    @Test
    void shouldLeaveNoHalfFileWhenInterrupted() throws Exception {
        Path file = judgments(20_000);
        Process line = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Dmingjian.home=" + Path.of("..").toAbsolutePath().normalize(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "extract",
                        "criminal-judgment",
                        file.toString(),
                        "--text-field",
                        "words",
                        "--out",
                        out().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        try {
            Path partial = out().resolveSibling("elements.jsonl.partial");
            for (int i = 0; i < 600 && line.isAlive() && !(Files.exists(partial) && Files.size(partial) > 0); i++) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertThat(partial).exists();
            new ProcessBuilder("kill", "-2", String.valueOf(line.pid())).start().waitFor();

            assertThat(line.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(partial).doesNotExist();
            assertThat(out()).doesNotExist();
            assertThat(folder.resolve("said.txt"))
                    .content()
                    .contains("已按您的要求停止")
                    .doesNotContain("Exception");
        } finally {
            line.destroyForcibly();
        }
    }
}
