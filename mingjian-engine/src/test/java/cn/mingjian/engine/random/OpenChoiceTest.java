package cn.mingjian.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.model.clue.Clue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A way of supervision or a supervised body whose condition cannot be decided: it is named beside the others, and why. */
class OpenChoiceTest {

    private static final String MODEL = """
            inputs: {act: act@1}
            rules:
              one:
                code: R-1
                title: {zh: t, en: t}
                from: act
                key: [k, t]
                facts: {most: max(n)}
                grade: C
                supervised:
                  - {code: court, zh: 法院, en: court, when: most > 1}
                  - {code: police, zh: 公安, en: police, when: not (most > 1)}
                law:
                  - "甲法@2020#1": most > 1
                  - "甲法@2020#2": not (most > 1)
                measures:
                  - ESKS: most > 1
                  - ZSJY: else
            """;

    @Test
    void shouldNameBothWhenItCannotBeToldWhichHolds(@TempDir Path folder) throws IOException {
        Map<String, List<Clue>> clues = OneRun.of(MODEL, folder).clues().stream()
                .collect(Collectors.groupingBy(
                        clue -> state(String.valueOf(clue.facts().get("most")))));

        assertThat(clues.get("unknown")).isNotEmpty().allSatisfy(clue -> {
            assertThat(clue.measures()).containsExactly("ESKS", "ZSJY");
            assertThat(clue.supervised()).extracting(Clue.Body::code).containsExactly("court", "police");
            assertThat(clue.law()).extracting(Clue.LawShown::article).containsExactly("1", "2");
            assertThat(clue.against())
                    .anyMatch(words -> words.en().contains("Which of the provisions cited applies"))
                    .anyMatch(words -> words.en().contains("Which of the ways of supervision named applies"))
                    .anyMatch(words -> words.en().contains("Which of the supervised bodies named it is"));
        });
        assertThat(clues.get("more")).isNotEmpty().allSatisfy(clue -> decided(clue, "ESKS", "court", "1"));
        assertThat(clues.get("less")).isNotEmpty().allSatisfy(clue -> decided(clue, "ZSJY", "police", "2"));
    }

    private static String state(String most) {
        if (most.equals("null")) {
            return "unknown";
        }
        return Integer.parseInt(most) > 1 ? "more" : "less";
    }

    private static void decided(Clue clue, String measure, String body, String article) {
        assertThat(clue.measures()).containsExactly(measure);
        assertThat(clue.supervised()).extracting(Clue.Body::code).containsExactly(body);
        assertThat(clue.law()).extracting(Clue.LawShown::article).containsExactly(article);
        assertThat(clue.against()).noneMatch(words -> words.en().contains("cannot be told"));
    }
}
