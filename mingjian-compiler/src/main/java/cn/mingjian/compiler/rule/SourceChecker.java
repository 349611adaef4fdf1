package cn.mingjian.compiler.rule;

import cn.mingjian.compiler.expression.ExpressionChecker;
import cn.mingjian.compiler.expression.Scope.Visible;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.rule.Rule.Source;
import cn.mingjian.compiler.step.Matching;
import cn.mingjian.compiler.step.StepContext;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.yaml.YamlList;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks which source rows a rule shows: of an input, by equal fields with its hits, with a condition over the clue. */
final class SourceChecker {

    private final StepContext context;
    private final Relation hits;
    private final Relation clues;
    private final Set<FieldRef> uses;

    SourceChecker(StepContext context, Relation hits, Relation clues, Set<FieldRef> uses) {
        this.context = context;
        this.hits = hits;
        this.clues = clues;
        this.uses = uses;
    }

    List<Source> check(YamlMap rule) {
        List<Source> sources = new ArrayList<>();
        for (YamlNode item : rule.list("sources").map(YamlList::items).orElse(List.of())) {
            if (item instanceof YamlMap map) {
                sources.add(source(map));
            } else {
                context.problems().error(item.place(), "yaml.not-a-map", "sources");
            }
        }
        return sources;
    }

    private Source source(YamlMap map) {
        map.allow(List.of("of", "on", "where", "show", "absent"));
        Relation of = context.relation(map, "of");
        map.requireNode("on");
        if (map.has("of") && !context.surroundings().inputs().containsKey(of.name())) {
            context.problems().error(map.placeOf("of"), "rule.source-not-input", of.name());
        }
        Visible left = StepContext.left(hits);
        Visible right = new Visible(of.localName(), "r", of);
        Visible clue = new Visible("clue", "c", clues);
        Matching keys = Matching.read(withoutWhere(map), hits, of, context.scope(left, right), context);
        Optional<Typed> where = map.scalar("where")
                .map(text -> ExpressionChecker.condition(text, context.scope(clue, right), context.problems()));
        uses.addAll(keys.uses());
        where.ifPresent(condition -> uses.addAll(condition.uses()));
        boolean absent = map.flag("absent");
        List<String> show = shown(map, of, absent);
        boolean available = of.available()
                && isDelivered(of)
                && keys.lacks().isEmpty()
                && where.map(Typed::available).orElse(true);
        String join = keys.keysEqual(context)
                + where.map(condition -> " AND " + condition.sql()).orElse("");
        return new Source(of.name(), join, show, absent, available);
    }

    /** The columns to show, of which those are left out that were not delivered. */
    private List<String> shown(YamlMap map, Relation of, boolean absent) {
        List<String> show = new ArrayList<>();
        for (YamlScalar column : map.scalars("show")) {
            Optional<Field> field = of.field(column.text());
            if (field.isEmpty() && !of.open()) {
                context.problems()
                        .error(
                                column.place(),
                                "expression.unknown-column",
                                column.text(),
                                Nearest.advice(column.text(), of.fields().keySet()));
            }
            field.ifPresent(found -> uses.add(new FieldRef(of.name(), found.name())));
            field.filter(found -> found.value().available()).ifPresent(found -> show.add(found.name()));
        }
        if (!absent && !map.has("show")) {
            context.problems().error(map.place(), "yaml.missing-key", "show");
        }
        return show;
    }

    /**
     * Whether the rows of an input lie in a file. An input built by a derived contract has none of its own: a package
     * that wants to show them names the contracts beneath, too. Only what is computed was computed from something.
     */
    private static boolean isDelivered(Relation input) {
        return input.fields().values().stream()
                .allMatch(field -> field.value().uses().isEmpty());
    }

    private static YamlMap withoutWhere(YamlMap map) {
        return map.without("where");
    }
}
