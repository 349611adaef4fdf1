package cn.mingjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.cli.Product.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckAgainstTest {

    private static final Path LIBRARY = Path.of("src/test/resources/hostile/library");

    private static final String MODEL = """
            format: 1
            id: lodging
            version: 1.2.3
            title: {zh: 住宿}
            line: civil
            point: lodging
            purpose: {duty: {zh: 职责}, necessity: {zh: 必要}}
            inputs: {stay: stay@1}
            parameters:
              nights: {type: integer, default: 3, source: proposal}
            steps:
              long: {filter: stay, where: nights >= :nights}
            rules:
              lodged: {code: L1, title: {zh: 久住}, from: long, key: [id], grade: A}
              alone: {code: L2, title: {zh: 独住}, from: stay, where: alone, key: [id], grade: B}
            """;

    private static final String CONTRACT = """
            id: stay
            version: 1.2.3
            title: {zh: 住宿}
            owner: police
            key: [id]
            columns:
              id: {type: text, zh: 编号}
              paid: {type: money, zh: 金额}
              kind: {type: code, zh: 种类, codes: {DAY: {zh: 日间}, NIGHT: {zh: 夜间}}}
            """;

    private final Path folder;

    CheckAgainstTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh: 久住 | zh: 长住 | patch | changed | rules.lodged.title.zh",
                "{zh: 必要} | {zh: 必须} | patch | changed | purpose.necessity.zh",
                "default: 3 | default: 4 | minor | changed | parameters.nights.default",
                "nights >= :nights | nights > :nights | minor | changed | steps.long.where",
                "stay: stay@1} | stay: {contract: stay@1, admit: alone}} | minor | new | inputs.stay.admit",
                "grade: B | grade: C | minor | changed | rules.alone.grade",
                "L1, title | L1, law_date: in_day, title | minor | new | rules.lodged.law_date",
                "from: long, key: [id] | from: long, key: [hotel] | major | changed | rules.lodged.key",
                "lodged: | lodged-long: | major | left | rules.lodged",
            })
    void shouldNameTheStepThatAChangeOfAModelAsksFor(
            String before, String after, String step, String happened, String name) throws IOException {
        Path old = model("old", MODEL);

        Answer kept = check(model("kept", MODEL.replace(before, after)), old);
        Answer raised = check(model("raised", raised(MODEL.replace(before, after), step)), old);

        assertThat(kept.code()).as(kept.err()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(kept.out()).contains(step + ": " + name + (happened.equals("new") ? " is new." : " " + happened));
        assertThat(kept.err())
                .contains("model.yaml:3:1: The version goes from 1.2.3 to 1.2.3")
                .contains(step);
        assertThat(raised.code()).as(raised.err()).isEqualTo(ExitCode.DONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh: 金额 | zh: 房费 | patch",
                "zh: 金额} | zh: 金额, synonyms: [房费]} | patch",
                "'columns:' | 'columns:\n  note: {type: text, zh: 备注}' | minor",
                "zh: 日间} | zh: 日间}, WEEK: {zh: 整周} | minor",
                "paid: | fee: | major",
                "type: money | type: quantity | major",
                "type: money | type: money, unit: 万元 | major",
                "DAY: {zh: 日间}, | '' | major",
                "key: [id] | key: [id, paid] | major",
            })
    void shouldNameTheStepThatAChangeOfAContractAsksFor(String before, String after, String step) throws IOException {
        Path old = contract("old", CONTRACT);

        Answer kept = check(contract("kept", CONTRACT.replace(before, after)), old);
        Answer raised = check(contract("raised", raised(CONTRACT.replace(before, after), step)), old);

        assertThat(kept.code()).as(kept.out()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(kept.err()).contains("stay.yaml:2:1").contains("at least a " + step + " step");
        assertThat(raised.code()).as(raised.err()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void shouldSayNothingWhenNothingChanged() throws IOException {
        Path same = model("same", MODEL.replace("{code: L1, title: {zh: 久住},", "{title: {zh: \"久住\"}, code: L1,"));

        Answer answer = check(same, model("old", MODEL));

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out()).contains("the changes ask for no step");
    }

    @Test
    void shouldRefuseAVersionThatGoesBack() throws IOException {
        Path back = model("back", MODEL.replace("1.2.3", "1.2.2").replace("久住", "长住"));

        assertThat(check(back, model("old", MODEL)).code()).isEqualTo(ExitCode.BAD_INPUT);
    }

    private Answer check(Path now, Path old) {
        return new Product(folder)
                .call("check", now, "--against", old, "--library", LIBRARY.toAbsolutePath(), "--lang", "en");
    }

    private static String raised(String text, String step) {
        return text.replace(
                "1.2.3",
                switch (step) {
                    case "patch" -> "1.2.4";
                    case "minor" -> "1.3.0";
                    default -> "2.0.0";
                });
    }

    private Path model(String name, String text) throws IOException {
        Path model = Files.createDirectories(folder.resolve(name));
        Files.writeString(model.resolve("model.yaml"), text, StandardCharsets.UTF_8);
        return model;
    }

    private Path contract(String name, String text) throws IOException {
        Path file = Files.createDirectories(folder.resolve(name)).resolve("stay.yaml");
        return Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
