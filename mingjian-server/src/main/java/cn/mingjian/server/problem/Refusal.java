package cn.mingjian.server.problem;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import java.util.List;

/** Ends a request with a status of its own and sentences for the person. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient List<Problem> problems;

    private Refusal(int status, List<Problem> problems) {
        super("refused with " + status);
        this.status = status;
        this.problems = problems;
    }

    /** What was sent cannot be used (400). */
    public static Refusal bad(String code, Object... arguments) {
        return of(400, code, arguments);
    }

    /** It is not there, or not for this actor: the two are never told apart (404). */
    public static Refusal notThere() {
        return of(404, "server.not-there");
    }

    /** The state of the thing does not allow it (409). */
    public static Refusal conflict(String code, Object... arguments) {
        return of(409, code, arguments);
    }

    /** Any other status. */
    public static Refusal of(int status, String code, Object... arguments) {
        return new Refusal(status, List.of(Problem.error(Place.of(""), code, arguments)));
    }

    /** Several things that are wrong with what was sent (400). */
    public static Refusal of(List<Problem> problems) {
        return new Refusal(400, problems);
    }

    public int status() {
        return status;
    }

    public List<Problem> problems() {
        return problems;
    }
}
