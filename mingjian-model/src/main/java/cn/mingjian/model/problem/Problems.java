package cn.mingjian.model.problem;

import cn.mingjian.model.problem.Problem.Severity;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects every mistake of one pass, so that a person mends them together. Not safe for several threads. Open for a test
 * that switches a check off.
 */
public class Problems {

    private final Set<Problem> found = new LinkedHashSet<>();

    /** Notes an error. */
    public void error(Place place, String code, Object... arguments) {
        found.add(Problem.error(place, code, arguments));
    }

    /** Notes a warning. */
    public void warning(Place place, String code, Object... arguments) {
        found.add(Problem.warning(place, code, arguments));
    }

    /** Told of every mapping which keys its reader knows: a test holds the schemas of the library against them. */
    public void known(Place mapping, Collection<String> keys) {}

    /** Takes over what another pass found. */
    public void addAll(List<Problem> others) {
        found.addAll(others);
    }

    /** Everything found, by place. */
    public List<Problem> list() {
        return found.stream()
                .sorted(Comparator.comparing(Problem::place).thenComparing(Problem::code))
                .toList();
    }

    /** Whether anything found forbids use. */
    public boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** Ends with {@link ProblemException} when anything found forbids use. */
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new ProblemException(list());
        }
    }
}
