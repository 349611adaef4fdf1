package cn.mingjian.server.clue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.DoneRun;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.TestServer;
import cn.mingjian.server.testing.TestServer.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ClueTest {

    private final TestServer server = TestServer.get();
    private final DoneRun run = DoneRun.get();

    private List<String> values(String query, String field) {
        List<String> values = new ArrayList<>();
        run.person()
                .get(run.clues() + query)
                .json()
                .at("/items")
                .forEach(row -> values.add(row.at(field).asString()));
        return values;
    }

    private JsonNode first() {
        return run.person()
                .get(run.clues() + "/" + values("?size=1", "/clueId").get(0))
                .json();
    }

    @Test
    void shouldListTheCluesOfARunInItsOrder() {
        JsonNode page = run.person().get(run.clues() + "?size=3").json();

        assertThat(page.at("/total").asInt()).isEqualTo(run.page().at("/clues").asInt());
        assertThat(page.at("/items/0/number").asInt()).isEqualTo(1);
        assertThat(page.at("/items/1/number").asInt()).isEqualTo(2);
        assertThat(page.at("/items/0/title/zh").asString()).isNotEmpty();
        assertThat(values("?size=2&page=1", "/number").get(0)).isEqualTo("3");
    }

    @Test
    void shouldSortAndFilterWhenAsked() {
        List<String> grades = values("?sort=grade&order=desc&size=200", "/grade");
        assertThat(grades).isSortedAccordingTo(Comparator.reverseOrder());

        String grade = grades.get(0);
        assertThat(values("?grade=" + grade + "&size=200", "/grade"))
                .isNotEmpty()
                .containsOnly(grade);
        assertThat(values("?rule=none", "/grade")).isEmpty();
        assertThat(values("?query=%25", "/grade")).isEmpty();
        String number = values("?size=1", "/clueId").get(0);
        assertThat(values("?query=" + number.substring(0, 12), "/clueId")).containsExactly(number);
    }

    @Test
    void shouldOfferThePlacesOfTheWholeRunWhateverThePageShows() {
        JsonNode narrow = run.person().get(run.clues() + "?rule=none").json();

        assertThat(narrow.at("/items")).isEmpty();
        assertThat(narrow.at("/places").valueStream().map(place -> place.at("/code")
                        .asString()))
                .isNotEmpty()
                .isSorted()
                .doesNotHaveDuplicates()
                .containsAll(values("?size=200", "/place/code").stream()
                        .filter(code -> !code.isEmpty())
                        .toList());
        assertThat(narrow.at("/places/0/name").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?sort=title_zh", "?sort=number%3B+drop+table+clue", "?order=asc,+1", "?page=x"})
    void shouldRefuseWhatIsNoOrder(String query) {
        assertThat(run.person().get(run.clues() + query).status()).isEqualTo(400);
    }

    @Test
    void shouldShowAClueWithReasonsRowsLawAndNextSteps() {
        JsonNode clue = first();

        assertThat(clue.at("/facts").size()).isPositive();
        assertThat(clue.at("/sourceRows/0/title/zh").asString()).isNotEmpty();
        assertThat(clue.at("/law/0/text").asString()).isNotEmpty();
        assertThat(clue.at("/toEstablish/0/what/zh").asString()).isNotEmpty();
        assertThat(clue.at("/previous").isNull()).isTrue();
        assertThat(clue.at("/next").asString())
                .isEqualTo(values("?size=2", "/clueId").get(1));
        assertThat(clue.at("/runId").asString()).isEqualTo(run.id());
    }

    @Test
    void shouldGiveTheNeighboursOfTheListThatWasAskedFor() {
        List<String> ids = values("?sort=amount&order=desc", "/clueId");

        JsonNode second = run.person()
                .get(run.clues() + "/" + ids.get(1) + "?sort=amount&order=desc")
                .json();

        assertThat(second.at("/previous").asString()).isEqualTo(ids.get(0));
        assertThat(second.at("/next").asString()).isEqualTo(ids.get(2));
    }

    @Test
    void shouldShowCluesToTheDepartmentOfTheRunOnly() {
        String clue = run.clues() + "/" + first().at("/clueId").asString();
        Place beside = server.departmentBeside(run.place(), "beside-clue");
        for (String path : List.of(run.clues(), clue, run.clues() + ".xlsx", clue + "/outline.docx")) {
            assertThat(server.signedIn(beside, Role.PROSECUTOR).get(path).status())
                    .as(path)
                    .isEqualTo(404);
            assertThat(server.signedIn(server.office(), Role.CHIEF).get(path).status())
                    .isEqualTo(404);
            assertThat(server.signedIn(run.place(), Role.AUDIT_ADMIN).get(path).status())
                    .isEqualTo(403);
            assertThat(new Person(server.address()).get(path).status()).isEqualTo(401);
        }
        assertThat(run.person().get(run.clues() + "/%2e%2e%2fother").status()).isIn(400, 404);
    }

    @Test
    void shouldWriteAWorkbookWithAnEntryInTheAuditAndLeaveNothingBehind() throws IOException {
        long before = acts("clue.export");

        Answer answer = run.person().get(run.clues() + ".xlsx");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.whole().body()).startsWith('P', 'K');
        assertThat(acts("clue.export")).isEqualTo(before + 1);
        try (Stream<Path> left = Files.list(server.data().resolve("work"))) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith("export-")))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void shouldWriteAnOutlineOfOneClue(String language) throws IOException {
        JsonNode clue = first();
        JsonNode other = run.person()
                .get(run.clues() + "/" + clue.at("/next").asString())
                .json();

        Answer answer =
                run.person().get(run.clues() + "/" + clue.at("/clueId").asString() + "/outline.docx?lang=" + language);

        assertThat(answer.status()).isEqualTo(200);
        try (XWPFDocument document =
                        new XWPFDocument(new ByteArrayInputStream(answer.whole().body()));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            assertThat(text.getText())
                    .contains(clue.at("/title/" + language).asString())
                    .contains(clue.at("/toEstablish/0/what/" + language).asString())
                    .contains(clue.at("/clueId").asString())
                    .contains(run.login())
                    .contains("示检公益〔2024〕1号")
                    .doesNotContain(other.at("/clueId").asString());
        }
        assertThat(run.person()
                        .get(run.clues() + "/" + clue.at("/clueId").asString() + "/outline.docx?lang=../x")
                        .status())
                .isEqualTo(400);
    }

    private long acts(String name) {
        return server.part(JdbcClient.class)
                .sql("select count(*) from audit_entry where act = ?")
                .param(name)
                .query(Long.class)
                .single();
    }
}
