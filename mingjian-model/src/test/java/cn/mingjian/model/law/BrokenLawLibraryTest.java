package cn.mingjian.model.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.model.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said about a law library with mistakes. */
class BrokenLawLibraryTest {

    private static final String HEAD = "format: 1\nhorizon: \"2024-12-31\"\nlaws:\n";
    private static final String TEXT = """
                - id: "%s"
                  in_force: "%s-01-01"
                  in_force_source: {zh: 本文, en: the text}
                  file: "甲法/%s.md"
                  verified: true
            """;

    private final Path library;

    BrokenLawLibraryTest(@TempDir Path library) throws IOException {
        this.library = library;
        Files.createDirectories(library.resolve("laws/甲法"));
    }

    @Test
    void shouldNoteEveryMistakeOfTheIndexInOnePass() throws IOException {
        write("laws/index.yaml", HEAD + """
                          甲法:
                            en: Law A
                            kind: statut
                            title: 甲法
                            aliases: [乙]
                            texts:
                              - {id: "20x", in_force: "2020-02-30", in_force_source: {zh: 一}, file: none, verified: false}
                              - {id: "2021", in_force_source: {zh: 一}, file: "../x.md", verified: true}
                              - {id: "2021", in_force_source: {zh: 一}, file: "甲法/2021.md", verified: maybe}
                            same_as:
                              - {from: "2021#1..3", to: "2021#1..4", kind: identical}
                              - {from: "2021#a", to: "2022#1", kind: identical}
                              - {from: "2021", to: "2021", kind: identical, except: "1, x"}
                              - no line
                          乙:
                            en: Law B
                            kind: notice
                            title: 乙
                            text: []
                        """.indent(2));

        Problems problems = new Problems();
        LawIndex.load(library, problems);

        assertThat(problems.list().stream().map(Problem::code))
                .contains(
                        "law.unknown-word",
                        "law.text-id",
                        "law.not-a-date",
                        "law.no-file",
                        "law.text-twice",
                        "law.unequal-runs",
                        "law.not-an-article",
                        "law.same-as-text",
                        "law.no-texts",
                        "law.alias-twice",
                        "yaml.not-a-flag",
                        "yaml.not-a-map",
                        "yaml.unknown-key");
        assertThat(problems.list()).allSatisfy(problem -> {
            assertThat(problem.place().line()).isPositive();
            assertThat(Messages.render(problem, Language.ZH)).doesNotContain("{0}");
            assertThat(Messages.render(problem, Language.EN)).doesNotContain("{0}");
        });
        assertThatThrownBy(() -> LawIndex.load(library)).isInstanceOf(ProblemException.class);
    }

    @Test
    void shouldPointAtTheLineThatIsMisnumbered() throws IOException {
        index("2020", "");
        write("laws/甲法/2020.md", "# 甲法\n\n---\n\n第一条 一。\n\n第三条 三。\n\n第三条 又。\n");

        assertThat(LawIndex.load(library).audit().stream().map(problem -> Messages.render(problem, Language.EN)))
                .containsExactly(
                        library.resolve("laws/甲法/2020.md")
                                + ":7:1: 第三条 does not follow the article before it; one is missing or misnumbered.",
                        library.resolve("laws/甲法/2020.md") + ":9:1: 第三条 stands twice in this text.");
    }

    @Test
    void shouldRefuseATextWithoutHeaderOrArticlesOrInAnotherEncoding() throws IOException {
        index("2020", "");
        write("laws/甲法/2020.md", "第一条 一。\n");
        assertThat(codes()).containsExactly("law.no-header");

        write("laws/甲法/2020.md", "---\n一。\n");
        assertThat(codes()).containsExactly("law.no-articles");

        Files.write(library.resolve("laws/甲法/2020.md"), "---\n第一条 一。\n".getBytes("GB18030"));
        assertThat(codes()).containsExactly("yaml.not-utf8");
    }

    @Test
    void shouldFindSameAsLinesThatAreNotTrue() throws IOException {
        write("laws/甲法/2020.md", "---\n第一条 一。\n第二条 二,(2)\n第三条 三。\n");
        write("laws/甲法/2021.md", "---\n第一条 一 。\n第二条 二，（2）\n第三条 叁。\n");
        index(
                "2020",
                "2021",
                "- {from: \"2020#1..3\", to: \"2021#1..3\", kind: identical}",
                "- {from: \"2020#3\", to: \"2021#4\", kind: substance}",
                "- {from: \"2020#9\", to: \"2021#1\", kind: identical}");

        assertThat(codes()).containsExactlyInAnyOrder("law.not-identical", "law.no-article", "law.carries-nothing");
    }

    @Test
    void shouldNotReadTheWordsBeforeTheyAreAskedFor() throws IOException {
        index("2020", "");
        write("laws/甲法/2020.md", "no header");

        LawIndex index = LawIndex.load(library);

        assertThat(index.law("甲法")).isPresent();
        assertThatThrownBy(() -> index.article("甲法", "1", LocalDate.of(2020, 5, 1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no header");
    }

    @Test
    void shouldCountItemsWithTheParagraphAboveThem() throws IOException {
        index("2020", "");
        write("laws/甲法/2020.md", "---\n## 第一章\n第一条 甲：\n\n  （一）子；\n\n  （二）丑。\n\n乙。\n\n## 第二章\n附注\n");

        LawIndex index = LawIndex.load(library);
        LocalDate day = LocalDate.of(2020, 5, 1);

        assertThat(index.article("甲法", "1", day).words()).contains("甲：\n（一）子；\n（二）丑。\n乙。");
        assertThat(index.article("甲法", "1.1", day).words()).contains("甲：\n（一）子；\n（二）丑。");
        assertThat(index.article("甲法", "1(2)", day).words()).contains("（二）丑。");
        assertThat(index.article("甲法", "1.2", day).words()).contains("乙。");
    }

    private List<String> codes() {
        return LawIndex.load(library).audit().stream().map(Problem::code).toList();
    }

    private void index(String first, String second, String... lines) throws IOException {
        StringBuilder index =
                new StringBuilder(HEAD).append("  甲法:\n    en: A\n    kind: statute\n    title: 甲法\n    texts:\n");
        for (String id : List.of(first, second)) {
            index.append(id.isEmpty() ? "" : TEXT.formatted(id, id, id).indent(6));
        }
        if (lines.length > 0) {
            index.append("    same_as:\n").append(String.join("\n", lines).indent(6));
        }
        for (String id : List.of(first, second)) {
            Path file = library.resolve("laws/甲法/" + id + ".md");
            if (!id.isEmpty() && !Files.exists(file)) {
                Files.writeString(file, "");
            }
        }
        write("laws/index.yaml", index.toString());
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(library.resolve(file), text, StandardCharsets.UTF_8);
    }
}
