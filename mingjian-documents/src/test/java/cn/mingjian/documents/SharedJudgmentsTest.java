package cn.mingjian.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.element.Extractor;
import cn.mingjian.documents.judgment.JudgmentExtractor;
import cn.mingjian.documents.score.Score;
import cn.mingjian.documents.text.LegalText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Judgments that nobody of the project wrote, where they are at hand. */
class SharedJudgmentsTest {

    private static final Path SHARED = Path.of(System.getProperty("mingjian.shared", "../../shared"));
    private static final Path JUDGMENTS = SHARED.resolve("data/judgments/judgments.jsonl");
    private static final Path GOLD = Path.of("../bench/documents/gold");
    private static final int ENOUGH = 30;
    private static final double LEAST_F1 = 0.98;
    private static final int DIFFERENT_AT_MOST = 2;

    private static List<JsonNode> documents() throws IOException {
        assumeTrue(Files.isRegularFile(JUDGMENTS), "shared data are not at hand");
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> documents = new ArrayList<>();
        for (String line : Files.readAllLines(JUDGMENTS)) {
            documents.add(mapper.readTree(line));
        }
        return documents;
    }

    private static Extraction extract(Extractor extractor, JsonNode document) {
        return extractor.extract(
                document.path("text_id").asText(),
                LegalText.of(document.path("fd").asText()));
    }

    @Test
    void shouldCiteTheArticlesOfTheLabel() throws IOException {
        Extractor extractor =
                DocumentTypes.open(Judgments.LIBRARY, JudgmentExtractor.TYPE).extractor();
        int different = 0;
        for (JsonNode document : documents()) {
            Set<Integer> label = new TreeSet<>();
            document.path("la").forEach(article -> label.add(article.asInt()));
            Set<Integer> cited = new TreeSet<>();
            extract(extractor, document).of("cited_article", 0).stream()
                    .filter(one -> one.value().path("law").asText().equals("刑法"))
                    .forEach(one -> cited.add(
                            Integer.valueOf(one.value().path("article").asText().replaceAll("-.*", ""))));
            different += cited.equals(label) ? 0 : 1;
        }

        assertThat(different).isLessThanOrEqualTo(DIFFERENT_AT_MOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"criminal-judgment.jsonl", "criminal-judgment-later.jsonl"})
    void shouldAgreeWithTheGoldFile(String name) throws IOException {
        Extractor extractor =
                DocumentTypes.open(Judgments.LIBRARY, JudgmentExtractor.TYPE).extractor();
        Score score = Score.against(GOLD.resolve(name));
        for (JsonNode document : documents()) {
            score.add(extract(extractor, document));
        }

        assertThat(score.missing()).isZero();
        assertThat(score.byValue())
                .filteredOn(one -> one.gold() >= ENOUGH)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.f1()).as(one.element()).isGreaterThanOrEqualTo(LEAST_F1));
    }
}
