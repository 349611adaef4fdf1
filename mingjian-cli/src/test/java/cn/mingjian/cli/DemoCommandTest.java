package cn.mingjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.cli.Product.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

    @Test
    void shouldGoOnWhenOneModelCannotRun(@TempDir Path folder) throws IOException {
        Path library = library(folder);
        Path out = folder.resolve("demo-output");

        Answer answer = new Product(folder).call("demo", "--out", out, "--library", library);

        assertThat(answer.code()).isEqualTo(ExitCode.FAILED);
        assertThat(answer.err())
                .containsPattern("\\[(\\d+)/\\1] \\S+：\\d+ 行")
                .contains("[1/2] a-broken-model")
                .contains("model.yaml");
        assertThat(answer.out())
                .contains("a-broken-model：未能运行")
                .contains("9.1a")
                .contains("共用时");
        List<String> clues = Files.readAllLines(out.resolve(Product.MODEL + ".jsonl"));
        assertThat(clues).isNotEmpty();
        assertThat(out.resolve(Product.MODEL + ".xlsx")).isNotEmptyFile();
        assertThat(out.resolve("a-broken-model.jsonl")).doesNotExist();
        assertThat(out.resolve("sample/benefit_payment.csv")).exists();
    }

    /** The library with two models, the first of which is broken. */
    private static Path library(Path folder) throws IOException {
        Path library = Path.of("../library").toRealPath();
        Path copy = Files.createDirectories(folder.resolve("library"));
        for (String part : List.of("contracts", "laws", "patterns", "regions", "tables")) {
            if (Files.exists(library.resolve(part))) {
                Files.createSymbolicLink(copy.resolve(part), library.resolve(part));
            }
        }
        Files.createDirectories(copy.resolve("models/a-broken-model"));
        Files.writeString(copy.resolve("models/a-broken-model/model.yaml"), "format: 1\nid: a-broken-model\n");
        Files.createSymbolicLink(
                copy.resolve("models").resolve(Product.MODEL),
                library.resolve("models").resolve(Product.MODEL));
        return copy;
    }
}
