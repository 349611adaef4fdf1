package cn.mingjian.engine.mutants;

import static cn.mingjian.engine.mutants.TextMutants.below;

import cn.mingjian.model.yaml.YamlList;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** The mutants of one step. Keys mean the same in every primitive, so that a new primitive needs no code here. */
final class StepMutants {

    private static final List<String> VALUES = List.of("at", "is");
    private static final List<String> MAPS_OF_VALUES = List.of("add", "take", "each");
    private static final List<String> NUMBERS = List.of("first", "times", "hub", "near", "share", "least", "most");
    private static final List<String> KEYS = List.of("on", "between", "columns", "union", "also", "without");
    private static final List<String> WHOLE = List.of("absent", "keep");

    private final TextMutants found;
    private final YamlMap step;
    private final List<String> path;

    StepMutants(TextMutants found, YamlMap step, List<String> path) {
        this.found = found;
        this.step = step;
        this.path = path;
    }

    void find() {
        found.condition(step, "where", path);
        if (step.has("unless")) {
            found.dropped(step, "unless", path, "unless");
        }
        VALUES.forEach(key -> step.scalar(key).ifPresent(text -> found.value(text, below(path, key))));
        MAPS_OF_VALUES.forEach(key -> step.map(key).ifPresent(map -> found.values(map, below(path, key))));
        NUMBERS.forEach(key -> step.scalar(key).ifPresent(text -> found.neighbours(text, below(path, key))));
        KEYS.forEach(key -> found.eachDropped(step, key, path));
        step.map("within").ifPresent(within -> within.scalarMap()
                .forEach((unit, text) -> found.neighbours(text, below(path, "within", unit))));
        order();
        new PeriodMutants(found, step, path).find();
        for (String side : List.of("only_left", "only_right")) {
            step.map(side).ifPresent(map -> {
                found.dropped(step, side, path, side);
                new PeriodMutants(found, map, below(path, side)).find();
            });
        }
        WHOLE.forEach(word -> step.scalar(word).ifPresent(left -> whole(word, left)));
    }

    /** {@code absent} and {@code keep} are conditions themselves: the mutant lets every row pass. */
    private void whole(String word, YamlScalar left) {
        YamlMap passing = YamlMap.of(
                List.of(
                        new YamlMap.Entry("filter", left.place(), left),
                        new YamlMap.Entry("where", left.place(), TextMutants.scalar(left, "true"))),
                step.place(),
                step.problems());
        String shown = word + " " + step.text("in").orElse("");
        Change change = new Change(path, Optional.of(passing));
        found.add(TextMutants.id(below(path, word)), Kind.DROPPED, step.placeOf(word), shown, "", change);
    }

    /** Each item of an order turned round. */
    private void order() {
        Optional<YamlNode> order = step.node("order");
        if (order.isPresent() && order.get() instanceof YamlList list) {
            for (int i = 0; i < list.items().size(); i++) {
                if (list.items().get(i) instanceof YamlScalar item) {
                    turned(item, below(path, "order", String.valueOf(i)));
                }
            }
        } else if (order.isPresent() && order.get() instanceof YamlScalar item) {
            turned(item, below(path, "order"));
        }
    }

    private void turned(YamlScalar item, List<String> at) {
        String plain = item.text().trim().replaceFirst("\\s+(asc|desc)$", "");
        boolean falling = item.text().trim().endsWith(" desc");
        found.replaced(item, at, Kind.SWAPPED, falling ? plain : plain + " desc");
    }
}
