package cn.mingjian.model.problem;

import java.util.List;
import java.util.stream.Collectors;

/** Ends an act that cannot go on because of what a person wrote or delivered; carries every problem found. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public ProblemException(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> Messages.render(problem, Language.EN))
                .collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** A single error. */
    public ProblemException(Place place, String code, Object... arguments) {
        this(List.of(Problem.error(place, code, arguments)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
