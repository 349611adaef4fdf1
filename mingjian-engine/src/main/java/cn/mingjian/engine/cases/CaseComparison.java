package cn.mingjian.engine.cases;

import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.step.Step;
import cn.mingjian.engine.PlanRunner.Decided;
import cn.mingjian.engine.cases.CaseResult.Failure;
import cn.mingjian.engine.cases.TestCase.ExpectedClue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares what came out of a case with what was expected. */
public final class CaseComparison {

    private final Plan plan;
    private final List<Decided> decided;

    /** @param decided what the steps decided in each case */
    public CaseComparison(Plan plan, List<Decided> decided) {
        this.plan = plan;
        this.decided = decided;
    }

    /** The outcome of a case that gave these clues. */
    public CaseResult compare(TestCase one, List<CaseClue> clues) {
        List<Failure> failures = new ArrayList<>();
        List<CaseClue> left = new ArrayList<>(clues);
        for (ExpectedClue expected : one.expected().clues()) {
            match(expected, left, clues, failures);
        }
        Set<String> none = new HashSet<>(one.expected().none());
        none.addAll(one.expected().unknown());
        none.forEach(code -> clues.stream()
                .filter(clue -> clue.code().equals(code))
                .forEach(clue -> failures.add(new Failure("cases.unexpected", List.of(code, shown(clue))))));
        one.expected().clues().stream().map(ExpectedClue::code).distinct().forEach(code -> left.stream()
                .filter(clue -> clue.code().equals(code))
                .forEach(clue -> failures.add(new Failure("cases.unexpected", List.of(code, shown(clue))))));
        one.expected().unknown().stream()
                .filter(code -> !unknownOnTheWay(code, one.number()))
                .forEach(code -> failures.add(new Failure("cases.not-unknown", List.of(code))));
        one.expected().states().forEach((code, state) -> state(code, state).ifPresent(failures::add));
        return new CaseResult(one, failures);
    }

    private static void match(ExpectedClue expected, List<CaseClue> left, List<CaseClue> all, List<Failure> failures) {
        Optional<CaseClue> found =
                left.stream().filter(clue -> fits(expected, clue)).findFirst();
        if (found.isPresent()) {
            left.remove(found.get());
            return;
        }
        Optional<CaseClue> near =
                all.stream().filter(clue -> clue.code().equals(expected.code())).findFirst();
        near.ifPresent(left::remove);
        failures.add(
                near.isPresent()
                        ? new Failure("cases.differs", List.of(expected.code(), shown(expected), shown(near.get())))
                        : new Failure("cases.no-clue", List.of(expected.code(), shown(expected))));
    }

    private static boolean fits(ExpectedClue expected, CaseClue clue) {
        return clue.code().equals(expected.code())
                && expected.grade().map(clue.grade()::equals).orElse(true)
                && expected.subject()
                        .map(subject -> clue.subject().equals(Optional.of(subject)))
                        .orElse(true)
                && expected.amount()
                        .map(amount -> clue.amount()
                                .map(yuan -> sameNumber(yuan, amount))
                                .orElse(false))
                        .orElse(true)
                && contains(clue.key(), expected.key())
                && contains(clue.facts(), expected.facts());
    }

    private static boolean contains(Map<String, String> values, Map<String, String> expected) {
        return expected.entrySet().stream()
                .allMatch(entry -> values.containsKey(entry.getKey())
                        && sameNumber(values.getOrDefault(entry.getKey(), ""), entry.getValue()));
    }

    /** Equal as texts, or as numbers whatever their trailing zeros. */
    private static boolean sameNumber(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        return one.matches("-?\\d+(\\.\\d+)?")
                && other.matches("-?\\d+(\\.\\d+)?")
                && new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
    }

    private static String shown(CaseClue clue) {
        return clue.grade() + " " + clue.amount().orElse("") + " " + clue.key() + " " + clue.facts();
    }

    private static String shown(ExpectedClue clue) {
        return clue.grade().orElse("") + " " + clue.amount().orElse("") + " " + clue.key() + " " + clue.facts();
    }

    private boolean unknownOnTheWay(String code, int number) {
        for (Rule rule : plan.model().rules().values()) {
            if (rule.code().equals(code)) {
                Set<String> way = new HashSet<>();
                collect(rule.from(), way);
                way.add("hits of " + rule.clues().name());
                boolean unknown = decided.stream()
                        .anyMatch(step -> step.testCase() == number
                                && way.contains(step.step())
                                && step.unknown() + step.pending() > 0);
                if (unknown) {
                    return true;
                }
            }
        }
        return false;
    }

    private void collect(String name, Set<String> way) {
        Step step = plan.model().steps().get(name);
        if (step != null && way.add(name)) {
            step.reads().forEach(read -> collect(read, way));
        }
    }

    private Optional<Failure> state(String code, String expected) {
        boolean runs = plan.model().rules().values().stream()
                .anyMatch(rule -> rule.code().equals(code)
                        && !plan.notRunnable().contains(rule.clues().name()));
        String state = runs ? "run" : "not-runnable";
        return state.equals(expected)
                ? Optional.empty()
                : Optional.of(new Failure("cases.state", List.of(code, expected, state)));
    }
}
