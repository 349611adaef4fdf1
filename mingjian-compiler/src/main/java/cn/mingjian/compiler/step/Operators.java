package cn.mingjian.compiler.step;

import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.yaml.YamlMap;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All primitives of the language. */
public final class Operators {

    private static final List<Operator> ALL = List.of(
            new Filter(),
            new Derive(),
            new Join(),
            new Enrich(),
            new Tally(),
            new Keep(),
            new Absent(),
            new UnionOf(),
            new Group(),
            new Pick(),
            new Lookup(),
            new Missing(),
            new Repeat(),
            new Connect(),
            new Compare(),
            new Similar(),
            new MatchText(),
            new Sample(),
            new SqlStep());

    private static final Map<String, Operator> BY_WORD = byWord();

    private Operators() {}

    /** The words of all primitives, in the order of the language. */
    public static Collection<String> words() {
        return BY_WORD.keySet();
    }

    /** Checks a step by the primitive that it names. */
    public static Optional<Step> check(String name, YamlMap step, StepContext context) {
        List<String> named = step.keys().stream().filter(BY_WORD::containsKey).toList();
        if (named.isEmpty()) {
            String first = step.keys().stream().findFirst().orElse("");
            step.problems().error(step.place(), "step.unknown-operator", first, Nearest.advice(first, words()));
            return Optional.empty();
        }
        step.map("title").ifPresent(Words::only);
        return Optional.ofNullable(BY_WORD.get(named.get(0))).map(operator -> operator.check(name, step, context));
    }

    private static Map<String, Operator> byWord() {
        Map<String, Operator> byWord = new LinkedHashMap<>();
        ALL.forEach(operator -> byWord.put(operator.word(), operator));
        return byWord;
    }
}
