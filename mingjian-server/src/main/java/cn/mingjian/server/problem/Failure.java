package cn.mingjian.server.problem;

import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Problem;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a refused request answers. */
public record Failure(List<Told> problems) {

    /** How grave a problem is. */
    public enum Severity {
        @JsonProperty("error")
        ERROR,
        @JsonProperty("warning")
        WARNING
    }

    /**
     * A problem as it is sent.
     *
     * @param place where it stands, or null where it stands nowhere in particular
     */
    public record Told(
            String code, Severity severity, @Nullable String place, Words message) {

        /** A problem of the product in both languages. */
        public static Told of(Problem problem) {
            String place = problem.place().toString();
            return new Told(
                    problem.code(),
                    problem.severity() == Problem.Severity.ERROR ? Severity.ERROR : Severity.WARNING,
                    place.isEmpty() ? null : place,
                    new Words(
                            Messages.text(
                                    Language.ZH,
                                    problem.code(),
                                    problem.arguments().toArray()),
                            Messages.text(
                                    Language.EN,
                                    problem.code(),
                                    problem.arguments().toArray())));
        }
    }

    /** Problems of the product. */
    public static Failure of(List<Problem> problems) {
        return new Failure(problems.stream().map(Told::of).toList());
    }
}
