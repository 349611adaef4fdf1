package cn.mingjian.server.identity;

import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.server.problem.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The security lesson, its questions and the pledge that opens an account for a year; its text is data. */
@Component
class Lesson {

    private final Written written;

    /** As the file holds it; {@code answer} counts from 0. */
    record Written(Words lesson, List<Question> questions, Words text) {
        record Question(String id, Words text, List<Words> choices, int answer, Words why) {}
    }

    /** As it is sent: without the answers. */
    record LessonShown(Words lesson, List<Question> questions, Words text) {
        record Question(String id, Words text, List<Words> choices) {}
    }

    Lesson() {
        try (InputStream in = Objects.requireNonNull(Lesson.class.getResourceAsStream("/lesson.json"))) {
            written = JsonMapper.shared().readValue(in.readAllBytes(), Written.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LessonShown shown() {
        return new LessonShown(
                written.lesson(),
                written.questions().stream()
                        .map(question -> new LessonShown.Question(question.id(), question.text(), question.choices()))
                        .toList(),
                written.text());
    }

    /** Refuses with a sentence for each wrong answer. */
    void check(Map<String, Integer> answers) {
        List<Problem> wrong = written.questions().stream()
                .filter(question -> !Objects.equals(answers.get(question.id()), question.answer()))
                .map(question ->
                        Problem.error(Place.of(question.id()), "server.answer-wrong", question.text(), question.why()))
                .toList();
        if (!wrong.isEmpty()) {
            throw Refusal.of(wrong);
        }
    }
}
