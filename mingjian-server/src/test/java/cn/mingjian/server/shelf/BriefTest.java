package cn.mingjian.server.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.DoneRun;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.SampleRuns;
import cn.mingjian.server.testing.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The brief of a model: five parts, counts alone, gaps for what a person must write. */
class BriefTest {

    private static final String BRIEF = "/api/v1/models/" + SampleRuns.MODEL + "/brief.docx";

    private final TestServer server = TestServer.get();
    private final DoneRun run = DoneRun.get();

    @ParameterizedTest
    @CsvSource({
        "zh, 一、监督点选取, 二、典型案例, 三、模型构建, 四、难点, 五、下一步, 【待补充：",
        "en, 1. Choice, 2. Typical case, 3. Construction, 4. Difficulties, 5. Next steps, [To be written: "
    })
    void shouldWriteFivePartsWithTheFiguresOfTheLatestRun(
            String language, String first, String second, String third, String fourth, String fifth, String gap)
            throws IOException {
        JsonNode model = run.person().get("/api/v1/models/" + SampleRuns.MODEL).json();
        JsonNode clue = run.person().get(run.clues()).json().at("/items/0");

        String text = text(run.person(), language);

        assertThat(text)
                .containsSubsequence(first, second, third, fourth, fifth)
                .contains(gap)
                .contains(model.at("/question/" + language).asString())
                .contains(model.at("/ruleCards/0/code").asString())
                .contains(model.at("/inputs/0/title/" + language).asString())
                .contains(run.page().at("/clues").asString())
                .contains(run.page().at("/asOf").asString())
                .contains(run.login())
                .doesNotContain(clue.at("/clueId").asString())
                .doesNotContain(clue.at("/title/" + language).asString())
                .doesNotContain("brief.");
    }

    @Test
    void shouldSayThatNothingRanWhereTheDepartmentSeesNoRun() throws IOException {
        Person other = server.signedIn(server.office(), Role.PROSECUTOR);

        assertThat(text(other, "zh"))
                .contains("本部门没有已完成的运行")
                .doesNotContain(run.page().at("/asOf").asString());
    }

    @Test
    void shouldRefuseWhoDoesNoCaseworkAndKnowNoOtherModel() {
        assertThat(server.signedIn(run.place(), Role.SECURITY_ADMIN).get(BRIEF).status())
                .isEqualTo(403);
        assertThat(run.person().get("/api/v1/models/no-such/brief.docx").status())
                .isEqualTo(404);
    }

    private static String text(Person person, String language) throws IOException {
        Answer answer = person.get(BRIEF + "?lang=" + language);
        assertThat(answer.status()).isEqualTo(200);
        try (XWPFDocument document =
                        new XWPFDocument(new ByteArrayInputStream(answer.whole().body()));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }
}
