package cn.mingjian.compiler.review;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.review.Origins.Names;
import cn.mingjian.compiler.review.Origins.Origin;
import cn.mingjian.compiler.review.Origins.Row;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Notes conditions that ask for rows which {@code admit} of their own input kept out at the door. Clear cases only: both
 * limit the same expression over the same row by literals that leave nothing in common.
 */
final class ShutOut {

    private final CheckedModel model;
    private final Origins origins;
    private final Map<String, Door> doors = new HashMap<>();

    /** What an input admits. */
    private record Door(String words, Map<String, List<Conjunct>> terms) {}

    /** A condition's term over one row. */
    private record Asked(Row row, String term) {}

    private ShutOut(CheckedModel model) {
        this.model = model;
        this.origins = new Origins(model);
    }

    static void review(CheckedModel model) {
        ShutOut review = new ShutOut(model);
        model.pack().inputs().values().forEach(review::door);
        if (!review.doors.isEmpty()) {
            review.steps();
            model.pack().rules().values().forEach(review::rule);
            model.pack().signals().values().forEach(review::rule);
        }
    }

    private void door(ModelPackage.Input input) {
        Optional<YamlScalar> beside = input.beside().flatMap(map -> map.scalar("where"));
        input.admit().or(() -> beside).ifPresent(admit -> {
            Names own = Names.of(input.name());
            String other = input.beside().flatMap(map -> map.text("beside")).orElse("");
            Names names = beside.isPresent() ? new Names(input.name(), Optional.of(other), other, "") : own;
            Map<String, List<Conjunct>> terms = new HashMap<>();
            conditions(admit, names).forEach((asked, conjuncts) -> {
                if (asked.row.equals(new Row(input.name(), ""))) {
                    terms.computeIfAbsent(asked.term, term -> new ArrayList<>()).addAll(conjuncts);
                }
            });
            doors.put(input.name(), new Door(admit.text(), terms));
        });
    }

    private void steps() {
        Reads reads = new Reads(model.pack());
        for (YamlMap step : model.pack().steps().values()) {
            Optional<String> main = reads.mainOf(step);
            if (main.isPresent() && !step.has("group")) {
                step.scalar("where").ifPresent(where -> check(where, second(step, main.get())));
            }
        }
    }

    private void rule(YamlMap rule) {
        String from = rule.text("from").orElse("");
        rule.scalar("where").ifPresent(where -> check(where, Names.of(from)));
        YamlMap amplifiers = rule.mapOrEmpty("amplifiers");
        amplifiers.keys().forEach(name -> amplifiers.map(name).ifPresent(map -> condition(map, from)));
        for (String id : rule.texts("exclusions")) {
            Optional.ofNullable(model.pack().exclusions().get(id)).ifPresent(map -> {
                condition(map, from);
                map.scalar("when").ifPresent(when -> check(when, Names.of(from)));
            });
        }
    }

    private void condition(YamlMap map, String from) {
        map.scalar("where").ifPresent(where -> check(where, second(map, from)));
    }

    private static Names second(YamlMap map, String left) {
        Optional<String> right = map.text("with").or(() -> map.text("in")).or(() -> map.text("of"));
        return new Names(left, right, map.text("as").or(() -> right).orElse(""), "");
    }

    private void check(YamlScalar where, Names names) {
        conditions(where, names).forEach((asked, conjuncts) -> {
            Door door = doors.get(asked.row.relation());
            if (door == null) {
                return;
            }
            List<Conjunct> admitted = door.terms.getOrDefault(asked.term, List.of());
            List<Conjunct> both = new ArrayList<>(admitted);
            both.addAll(conjuncts);
            if (nothingLeft(both) && !nothingLeft(admitted) && !nothingLeft(conjuncts)) {
                model.pack()
                        .problems()
                        .error(where.placeOf(conjuncts.get(0).at()), "step.shut-out", asked.row.relation(), door.words);
            }
        });
    }

    private Map<Asked, List<Conjunct>> conditions(YamlScalar text, Names names) {
        Map<Asked, List<Conjunct>> conditions = new LinkedHashMap<>();
        Origins.parse(text).ifPresent(expression -> {
            for (Conjunct conjunct : Conjunct.of(expression)) {
                Origin origin = origins.of(conjunct.term(), names);
                origin.row().ifPresent(row -> conditions
                        .computeIfAbsent(new Asked(row, origin.text()), asked -> new ArrayList<>())
                        .add(conjunct));
            }
        });
        return conditions;
    }

    private static boolean nothingLeft(List<Conjunct> conjuncts) {
        Values values = new Values();
        conjuncts.forEach(conjunct -> conjunct.limits().accept(values));
        return values.none();
    }
}
