package cn.mingjian.running.output;

import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.contract.Derivation;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.yaml.YamlList;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What steps are called: by their titles, and where nobody wrote one, by the nearest titled step or register before them and
 * a word for what is done with its rows.
 */
final class StepNames {

    private static final Set<String> WORDS = Set.of(
            "filter",
            "derive",
            "join",
            "enrich",
            "tally",
            "keep",
            "absent",
            "missing",
            "union",
            "group",
            "pick",
            "repeat",
            "compare",
            "lookup",
            "connect",
            "similar",
            "match-text",
            "sample",
            "sql");

    private final ModelPackage pack;
    private final ModelWords words;
    private final Language language;

    StepNames(ModelPackage pack, ModelWords words, Language language) {
        this.pack = pack;
        this.words = words;
        this.language = language;
    }

    /** The name of an input or a step, those inside derived contracts among them. */
    String name(String relation) {
        int slash = relation.indexOf('/');
        if (slash < 0) {
            return pack.inputs().containsKey(relation)
                    ? words.say("output.admitted", words.input(relation))
                    : step(relation, pack.steps(), words::input);
        }
        String input = relation.substring(0, slash);
        return words.say(
                "output.named-part", words.input(input), within(words.contract(input), relation.substring(slash + 1)));
    }

    /** A step of a derived contract, or of one that it is derived from in turn. */
    private String within(Optional<Contract> contract, String relation) {
        Optional<Derivation> derivation = contract.flatMap(Contract::derived);
        int slash = relation.indexOf('/');
        if (slash >= 0) {
            String input = relation.substring(0, slash);
            return words.say(
                    "output.named-part",
                    register(derivation, input),
                    within(contract(derivation, input).flatMap(words::found), relation.substring(slash + 1)));
        }
        Map<String, YamlMap> steps = new LinkedHashMap<>();
        derivation.ifPresent(derived -> derived.steps()
                .keys()
                .forEach(name -> derived.steps().map(name).ifPresent(map -> steps.put(name, map))));
        return step(relation, steps, name -> register(derivation, name));
    }

    private String register(Optional<Derivation> derivation, String input) {
        return contract(derivation, input).map(words::register).orElse(input);
    }

    private static Optional<String> contract(Optional<Derivation> derivation, String input) {
        return derivation
                .map(derived -> derived.inputs().get(input))
                .map(reference -> reference.text().replaceFirst("@.*", ""));
    }

    private String step(String name, Map<String, YamlMap> steps, UnaryOperator<String> other) {
        Set<String> seen = new HashSet<>();
        String at = name;
        String work = "";
        while (steps.containsKey(at) && seen.add(at)) {
            YamlMap step = steps.get(at);
            Optional<String> title = step.map("title").map(Words::of).map(found -> found.in(language));
            if (title.isPresent()) {
                return made(title.get(), work);
            }
            String operator = step.keys().stream()
                    .filter(key -> !key.equals("title"))
                    .findFirst()
                    .orElse("");
            work = work.isEmpty() ? operator : work;
            at = first(step, operator).orElse("");
        }
        return made(at.startsWith("rule.") || at.startsWith("signal.") ? words.step(at) : other.apply(at), work);
    }

    private static Optional<String> first(YamlMap step, String operator) {
        return step.scalar(operator)
                .or(() -> step.list(operator).map(YamlList::items).orElse(List.of()).stream()
                        .filter(YamlScalar.class::isInstance)
                        .map(YamlScalar.class::cast)
                        .findFirst())
                .map(YamlScalar::text);
    }

    private String made(String from, String operator) {
        return operator.isEmpty()
                ? from
                : words.say(
                        "output.named-part",
                        from,
                        words.say("output.work-" + (WORDS.contains(operator) ? operator : "other")));
    }
}
