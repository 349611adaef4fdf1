package cn.mingjian.compiler.pattern;

import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.yaml.YamlList;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes out the steps that use patterns, before anything is checked. What a step gives keeps its place in the model's
 * file; everything that comes from the pattern is shown at the word that names it.
 */
public final class PatternExpander {

    private final Patterns patterns;

    public PatternExpander(Patterns patterns) {
        this.patterns = patterns;
    }

    /** The package with primitives only. */
    public ModelPackage expand(ModelPackage pack) {
        Map<String, YamlMap> steps = new LinkedHashMap<>();
        boolean changed = false;
        for (Map.Entry<String, YamlMap> step : pack.steps().entrySet()) {
            Optional<Pattern> pattern = patterns.namedBy(step.getValue());
            changed |= pattern.isPresent();
            pattern.ifPresentOrElse(
                    used -> new Use(used, step.getKey(), step.getValue()).write(steps),
                    () -> steps.put(step.getKey(), step.getValue()));
        }
        return changed ? pack.withSteps(steps) : pack;
    }

    /** What a step gives to the pattern that it uses, as text for the rule card; empty where it uses none. */
    public Optional<Map<String, String>> given(String name, YamlMap step) {
        return patterns.namedBy(step).map(pattern -> new Use(pattern, name, step).texts());
    }

    /** The pattern that a step uses. */
    public Optional<Pattern> pattern(YamlMap step) {
        return patterns.namedBy(step);
    }

    /** One step that uses a pattern. */
    private static final class Use {

        private final Pattern pattern;
        private final String name;
        private final YamlMap step;
        private final Place place;
        private final Map<String, YamlNode> given = new LinkedHashMap<>();

        Use(Pattern pattern, String name, YamlMap step) {
            this.pattern = pattern;
            this.name = name;
            this.step = step;
            this.place = step.placeOf(pattern.name());
            given.put("self", YamlScalar.at(name, place));
            for (Map.Entry<String, Pattern.Parameter> parameter :
                    pattern.parameters().entrySet()) {
                String key = parameter.getKey().equals("rows") ? pattern.name() : parameter.getKey();
                Optional<YamlNode> value =
                        step.node(key).or(() -> parameter.getValue().byDefault());
                value.ifPresent(node -> given.put(parameter.getKey(), node));
            }
        }

        Map<String, String> texts() {
            return given.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            entry -> text(entry.getValue()),
                            (one, other) -> one,
                            LinkedHashMap::new));
        }

        /** Adds the pattern's steps, or the step as written where something that the pattern needs is not given. */
        void write(Map<String, YamlMap> steps) {
            List<String> allowed = new ArrayList<>(pattern.parameters().keySet());
            allowed.remove("rows");
            allowed.add(pattern.name());
            allowed.add("title");
            step.allow(allowed);
            boolean whole = true;
            for (Map.Entry<String, Pattern.Parameter> parameter :
                    pattern.parameters().entrySet()) {
                if (!parameter.getValue().optional() && !given.containsKey(parameter.getKey())) {
                    step.problems()
                            .error(
                                    step.place(),
                                    "step.pattern-argument",
                                    pattern.name(),
                                    parameter.getKey(),
                                    parameter.getValue().title().zh(),
                                    parameter.getValue().title().en());
                    whole = false;
                }
            }
            if (!whole) {
                steps.put(name, step);
            } else {
                for (YamlMap.Entry entry : pattern.steps().entries()) {
                    if (filled(entry.value()).orElse(null) instanceof YamlMap body) {
                        String written = replaced(entry.key());
                        steps.put(written, written.equals(name) ? titled(body) : body);
                    }
                }
            }
        }

        /** The step that bears the name of the one written also bears its title. */
        private YamlMap titled(YamlMap body) {
            List<YamlMap.Entry> entries = new ArrayList<>(body.entries());
            step.entries().stream().filter(entry -> entry.key().equals("title")).forEach(entries::add);
            return YamlMap.of(entries, body.place(), body.problems());
        }

        /** A node of the pattern with what the step gives; empty where it reads something optional that is not given. */
        private Optional<YamlNode> filled(YamlNode node) {
            if (node instanceof YamlScalar scalar) {
                return scalar(scalar);
            }
            if (node instanceof YamlList list) {
                List<YamlNode> items = new ArrayList<>();
                for (YamlNode item : list.items()) {
                    Optional<YamlNode> filled = filled(item);
                    if (filled.orElse(null) instanceof YamlList more) {
                        items.addAll(more.items());
                    } else {
                        filled.ifPresent(items::add);
                    }
                }
                return Optional.of(new YamlList(List.copyOf(items), place));
            }
            List<YamlMap.Entry> entries = new ArrayList<>();
            for (YamlMap.Entry entry : ((YamlMap) node).entries()) {
                filled(entry.value())
                        .ifPresent(value -> entries.add(new YamlMap.Entry(replaced(entry.key()), place, value)));
            }
            return Optional.of(YamlMap.of(entries, place, step.problems()));
        }

        private Optional<YamlNode> scalar(YamlScalar scalar) {
            List<String> asked = Placeholders.in(scalar.text());
            if (!given.keySet().containsAll(asked)) {
                return Optional.empty();
            }
            if (Placeholders.isWhole(scalar.text())) {
                return Optional.ofNullable(given.get(asked.get(0)));
            }
            Place at = asked.stream()
                    .map(given::get)
                    .filter(node -> node != null && !node.place().equals(place))
                    .map(YamlNode::place)
                    .findFirst()
                    .orElse(place);
            return Optional.of(YamlScalar.at(replaced(scalar.text()), at));
        }

        private String replaced(String text) {
            return Placeholders.replace(
                    text,
                    name -> Optional.ofNullable(given.get(name)).map(Use::text).orElse(""));
        }

        /** An expression inside another keeps together. */
        private static String text(YamlNode node) {
            if (node instanceof YamlScalar scalar) {
                boolean simple = scalar.text().matches("[\\w.:一-龥-]*|'[^']*'");
                return simple ? scalar.text() : "(" + scalar.text() + ")";
            }
            return node instanceof YamlList list
                    ? list.items().stream().map(Use::text).collect(Collectors.joining(", "))
                    : "";
        }
    }
}
