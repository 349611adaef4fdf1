package cn.mingjian.engine.mutants;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.step.Step;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlList;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** Which parts of a package bear on which rules: what a mutant can change, and what a rule needs to run. */
final class Bearing {

    /** What a rule says to people and shows: no part of the outcome of a case. */
    private static final List<String> SAID = List.of("sources", "ask", "to_establish");

    private final ModelPackage pack;
    private final CheckedModel model;
    private final Map<String, Set<String>> needs = new TreeMap<>();

    /** @param model the package, checked */
    Bearing(ModelPackage pack, CheckedModel model) {
        this.pack = pack;
        this.model = model;
        for (Rule rule : model.rules().values()) {
            Set<String> found = new HashSet<>();
            collect(rule.clues().name(), found);
            needs.put(rule.clues().name(), found);
        }
    }

    private void collect(String name, Set<String> found) {
        if (!found.add(name)) {
            return;
        }
        Step step = model.steps().get(name);
        if (step != null) {
            step.reads().forEach(read -> collect(read, found));
        }
        Rule rule = model.rules().get(name);
        if (rule != null) {
            collect(rule.from(), found);
            rule.exclusions().forEach(exclusion -> collect(exclusion.from(), found));
            rule.amplifiers().forEach(amplifier -> collect(amplifier.from(), found));
        }
        ModelPackage.Input input = pack.inputs().get(name);
        if (input != null) {
            input.beside().flatMap(beside -> beside.text("beside")).ifPresent(other -> collect(other, found));
        }
    }

    /** The codes of the rules that a change at a path can change. */
    Set<String> codes(List<String> path) {
        String name = path.get(1);
        return switch (path.get(0)) {
            case "parameters" -> codesReading(name);
            case "exclusions" -> codesOf((id, rule) -> excludes(rule, name));
            case "rules" -> codesNeeding(Set.of("rule." + name));
            case "signals" -> codesNeeding(Set.of("signal." + name));
            default -> codesNeeding(Set.of(name));
        };
    }

    private static boolean excludes(Rule rule, String exclusion) {
        return rule.exclusions().stream().anyMatch(one -> one.id().equals(exclusion));
    }

    private Set<String> codesReading(String parameter) {
        Pattern named = Pattern.compile(":" + Pattern.quote(parameter) + "(?![A-Za-z0-9_])");
        Set<String> readers = new HashSet<>();
        pack.inputs().forEach((name, input) -> {
            boolean reads = input.admit().filter(text -> reads(text, named)).isPresent()
                    || input.beside().filter(map -> reads(map, named)).isPresent();
            if (reads) {
                readers.add(name);
            }
        });
        add(pack.steps(), "", named, readers);
        add(pack.rules(), "rule.", named, readers);
        add(pack.signals(), "signal.", named, readers);
        Set<String> codes = new TreeSet<>(codesNeeding(readers));
        pack.exclusions().forEach((name, exclusion) -> {
            if (reads(exclusion, named)) {
                codes.addAll(codesOf((id, rule) -> excludes(rule, name)));
            }
        });
        return codes;
    }

    private static void add(Map<String, YamlMap> texts, String prefix, Pattern named, Set<String> readers) {
        texts.forEach((name, text) -> {
            if (reads(text, named)) {
                readers.add(prefix + name);
            }
        });
    }

    private static boolean reads(YamlNode node, Pattern named) {
        if (node instanceof YamlScalar text) {
            return named.matcher(text.text()).find();
        }
        return node instanceof YamlList list
                ? list.items().stream().anyMatch(item -> reads(item, named))
                : ((YamlMap) node).entries().stream().anyMatch(entry -> reads(entry.value(), named));
    }

    private Set<String> codesNeeding(Set<String> relations) {
        return codesOf(
                (name, rule) -> needs.getOrDefault(name, Set.of()).stream().anyMatch(relations::contains));
    }

    /** Codes of the rules, not signals, that a test holds for; a rule that reads such a rule is among them. */
    private Set<String> codesOf(BiPredicate<String, Rule> test) {
        Set<String> named = new TreeSet<>();
        model.rules().forEach((name, rule) -> {
            if (test.test(name, rule)) {
                named.add(name);
            }
        });
        Set<String> codes = new TreeSet<>();
        model.rules().forEach((name, rule) -> {
            boolean bears = needs.getOrDefault(name, Set.of()).stream().anyMatch(named::contains);
            if (!rule.signal() && bears) {
                codes.add(rule.code());
            }
        });
        return codes;
    }

    /** The package with no more than the rules of these codes need. */
    ModelPackage only(Set<String> codes) {
        Set<String> kept = new HashSet<>();
        model.rules().forEach((name, rule) -> {
            if (!rule.signal() && codes.contains(rule.code())) {
                kept.addAll(needs.getOrDefault(name, Set.of()));
            }
        });
        Map<String, YamlMap> rules = kept(pack.rules(), "rule.", kept);
        rules.replaceAll((id, rule) -> {
            YamlMap bare = rule;
            for (String said : SAID) {
                bare = bare.without(said);
            }
            return bare;
        });
        return pack.with(
                kept(pack.inputs(), "", kept),
                pack.parameters(),
                kept(pack.steps(), "", kept),
                rules,
                kept(pack.signals(), "signal.", kept),
                pack.exclusions(),
                new Problems());
    }

    private static <T> Map<String, T> kept(Map<String, T> parts, String prefix, Set<String> names) {
        Map<String, T> kept = new LinkedHashMap<>();
        parts.forEach((name, part) -> {
            if (names.contains(prefix + name)) {
                kept.put(name, part);
            }
        });
        return kept;
    }
}
