package cn.mingjian.documents.template;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.documents.Judgments;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateReaderTest {

    private static final String TEMPLATE = """
            id: letter
            version: 1.0.0
            title: {zh: 函, en: Letter}
            words: {n: '[0-9]'}
            parts:
              - {id: body, title: {zh: 正文, en: Body}}
            elements:
              - {id: number, title: {zh: 文号, en: Number}, in: [body], find: ['(<n>+)号']}
            codes:
              colours: {red: {zh: 红, find: ['红']}, blue: {zh: 蓝, find: ['蓝'], absorbs: [red]}}
            """;

    private final Path folder;

    TemplateReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private List<String> mistakes(String text) throws IOException {
        Path file = Files.writeString(folder.resolve(Template.FILE), text);
        Problems problems = new Problems();
        TemplateReader.read(file, problems);
        return problems.list().stream()
                .map(problem -> problem.place().line() + ":" + problem.place().column() + " "
                        + Messages.text(
                                Language.EN, problem.code(), problem.arguments().toArray()))
                .toList();
    }

    @Test
    void shouldReadTheTemplatesOfTheLibrary() {
        assertThat(TemplateReader.load(Judgments.LIBRARY, "criminal-judgment").elements())
                .containsKeys("court", "cited_article", "months");
    }

    @Test
    void shouldFindNothingWrongInARightTemplate() throws IOException {
        assertThat(mistakes(TEMPLATE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "(<n>+)号|(<m>+)号|8:81 The template has no word named \"m\"",
                "(<n>+)号|(<n>+号|8:79 \"(<n>+号\" is no pattern that can be used",
                "'[0-9]'|'([0-9])'|4:12 The word \"n\" must not have a group",
                "in: [body]|in: [bdy]|8:60 The template has no part named \"bdy\"; did you mean body?",
                "find: [|serch: [|8:67 The key \"serch\" is not known here",
                "absorbs: [red]|absorbs: [rad]|10:83 This list has no code \"rad\"; did you mean red?",
                "in: [body],|in: [body], kind: dya,|8:73 \"dya\" cannot be a kind; did you mean day?",
                "in: [body],|in: [body], codes: colour,|8:74 The template has no list of codes named \"colour\"; did you mean colours?",
                "in: [body],|in: [body], weighed: true,|8:67 The element \"number\" says weighed",
                "in: [body],|in: [body], confidence: 95,|8:79 \"95\" is no confidence"
            })
    void shouldSayWhatIsWrongAndWhere(String right, String wrong, String message) throws IOException {
        assertThat(mistakes(TEMPLATE.replace(right, wrong)))
                .anySatisfy(mistake -> assertThat(mistake).startsWith(message.substring(0, message.indexOf(':'))))
                .anySatisfy(mistake -> assertThat(mistake).contains(message.substring(message.indexOf(' ') + 1)));
    }

    @Test
    void shouldRefuseAnElementThatIsWrittenTwice() throws IOException {
        String twice = TEMPLATE.replace(
                "codes:\n", "  - {id: number, title: {zh: 文号, en: Number}, in: [body], find: ['号']}\ncodes:\n");

        assertThat(mistakes(twice)).singleElement().asString().startsWith("9:").contains("is written twice");
    }
}
