package cn.mingjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.cli.Product.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
                .contains("benefit_payment")
                .contains("待遇发放.csv")
                .doesNotContain(Product.DEAD);
        JsonNode quality = new ObjectMapper()
                .readTree(out.resolve("benefit_payment/quality.json").toFile());
        assertThat(quality.path("sources").get(0).path("kept").asInt()).isEqualTo(3);
        assertThat(quality.findValuesAsText("column"))
                .contains("id_no", "amount")
                .doesNotContain("account");
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
}
