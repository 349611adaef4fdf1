package cn.mingjian.documents.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.documents.DocumentTypes;
import cn.mingjian.documents.Judgments;
import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.element.State;
import cn.mingjian.documents.judgment.JudgmentExtractor;
import cn.mingjian.documents.output.ExtractionJson;
import cn.mingjian.documents.template.Template;
import cn.mingjian.model.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionsTest {

    private static final Template TEMPLATE = DocumentTypes.open(Judgments.LIBRARY, JudgmentExtractor.TYPE)
            .extractor()
            .template();
    private static final String BY = "\"by\":\"检察官甲\",\"at\":\"2024-05-06T09:00\"";

    private final Path folder;

    CorrectionsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Extraction corrected(String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("corrections.jsonl"), String.join("\n", lines) + "\n");
        return CorrectionReader.read(file, TEMPLATE).applied(Judgments.extract(Judgments.THEFT), TEMPLATE);
    }

    @Test
    void shouldWinOverExtractionAndSayWhoAndWhen() throws IOException {
        Extraction extraction = corrected(
                "{\"id\":\"1\",\"element\":\"months\",\"defendant\":1,\"value\":10," + BY + ",\"reason\":\"原件为十个月\"}");
        Element months = extraction.first("months", 1).orElseThrow();

        assertThat(months.value().asInt()).isEqualTo(10);
        assertThat(months.span()).isEmpty();
        assertThat(extraction.of("months", 1)).hasSize(1);
        assertThat(new ExtractionJson(TEMPLATE).line(extraction))
                .contains("\"corrected\":{\"by\":\"检察官甲\",\"at\":\"2024-05-06T09:00\",\"reason\":\"原件为十个月\"}");
    }

    @Test
    void shouldTakeTheLastOfSeveral() throws IOException {
        Extraction extraction = corrected(
                "{\"id\":\"1\",\"element\":\"months\",\"value\":10," + BY + "}",
                "{\"id\":\"1\",\"element\":\"months\",\"value\":9," + BY + "}");

        assertThat(extraction.first("months", 1).orElseThrow().value().asInt()).isEqualTo(9);
        assertThat(extraction.first("months", 1).orElseThrow().span()).isPresent();
    }

    @Test
    void shouldReplaceAListAsAWhole() throws IOException {
        Extraction extraction =
                corrected("{\"id\":\"1\",\"element\":\"circumstance_found\",\"value\":[\"confession\"]," + BY + "}");

        assertThat(Judgments.values(extraction, "circumstance_found", 1)).containsExactly("confession");
    }

    @Test
    void shouldTakeAnElementBack() throws IOException {
        Extraction extraction = corrected("{\"id\":\"1\",\"element\":\"restitution\",\"value\":null," + BY + "}");

        assertThat(extraction.first("restitution", 1).orElseThrow().state()).isEqualTo(State.NOT_STATED);
    }

    @Test
    void shouldLeaveOtherDocumentsAlone() throws IOException {
        Extraction extraction = corrected("{\"id\":\"2\",\"element\":\"months\",\"value\":10," + BY + "}");

        assertThat(extraction.elements())
                .isEqualTo(Judgments.extract(Judgments.THEFT).elements());
        assertThat(Judgments.values(extraction, "months", 1)).containsExactly("9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{|is not one whole JSON object",
                "{\"id\":\"1\",\"element\":\"month\",\"value\":1,\"by\":\"a\",\"at\":\"b\"}|did you mean months?",
                "{\"id\":\"1\",\"element\":\"months\",\"value\":1,\"at\":\"b\"}|by",
                "{\"id\":\"1\",\"element\":\"months\",\"by\":\"a\",\"at\":\"b\"}|value",
                "{\"id\":\"1\",\"element\":\"judge\",\"value\":\"x\",\"by\":\"a\",\"at\":\"b\"}|is a list",
                "{\"id\":\"1\",\"element\":\"court\",\"defendant\":1,\"value\":\"x\",\"by\":\"a\",\"at\":\"b\"}|remove defendant",
                "{\"id\":\"1\",\"element\":\"months\",\"defendant\":0,\"value\":1,\"by\":\"a\",\"at\":\"b\"}|say which with defendant"
            })
    void shouldSayWhatIsWrongInALine(String line, String message) {
        assertThatThrownBy(() -> corrected("", line))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("corrections.jsonl:2:1")
                .hasMessageContaining(message);
    }
}
