package cn.mingjian.compiler.rule;

import cn.mingjian.compiler.expression.ExpressionChecker;
import cn.mingjian.compiler.expression.Scope.Visible;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.rule.Rule.Consulted;
import cn.mingjian.compiler.rule.Rule.Found;
import cn.mingjian.compiler.rule.Rule.Sought;
import cn.mingjian.compiler.rule.Rule.Source;
import cn.mingjian.compiler.step.Lookup;
import cn.mingjian.compiler.step.Matching;
import cn.mingjian.compiler.step.StepContext;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.table.ReferenceTable;
import cn.mingjian.model.yaml.YamlList;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks which source rows a rule shows: of an input, by equal fields with its hits and a condition over the clue; a search
 * of an input that found nothing; the rows of a reference table that were read.
 */
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
        if (map.flag("used")) {
            return consulted(map);
        }
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
        List<String> named = shown(map, of.fields().keySet(), of.open());
        named.forEach(column -> uses.add(new FieldRef(of.name(), column)));
        List<String> show = named.stream()
                .filter(column -> of.field(column).orElseThrow().value().available())
                .toList();
        boolean available = of.available() && isDelivered(of) && keys.lacks().isEmpty();
        if (map.flag("absent")) {
            Optional<String> datedBy = datedBy(of);
            datedBy.ifPresent(column -> uses.add(new FieldRef(of.name(), column)));
            return new Sought(of.name(), keys.pairs(), keys.keysEqual(context), show, datedBy, available);
        }
        if (!map.has("show")) {
            context.problems().error(map.place(), "yaml.missing-key", "show");
        }
        String join = keys.keysEqual(context)
                + where.map(condition -> " AND " + condition.sql()).orElse("");
        return new Found(
                of.name(), join, show, available && where.map(Typed::available).orElse(true));
    }

    /** {@code {of: table, used: true}}: every column of the rows that lookups read, unless {@code show} names some. */
    private Source consulted(YamlMap map) {
        map.allow(List.of("of", "used", "show"));
        Optional<ReferenceTable> table = map.requireScalar("of").flatMap(context.tables()::find);
        Set<String> columns = table.map(found -> found.columns().keySet()).orElse(Set.of());
        List<String> show = shown(map, columns, table.isEmpty());
        return new Consulted(
                table.map(Lookup::relationName).orElse(""),
                map.text("of").orElse(""),
                show.isEmpty() ? List.copyOf(columns) : show);
    }

    private List<String> shown(YamlMap map, Set<String> columns, boolean open) {
        List<String> show = new ArrayList<>();
        for (YamlScalar column : map.scalars("show")) {
            if (columns.contains(column.text())) {
                show.add(column.text());
            } else if (!open) {
                context.problems()
                        .error(
                                column.place(),
                                "expression.unknown-column",
                                column.text(),
                                Nearest.advice(column.text(), columns));
            }
        }
        return show;
    }

    /** The column that dates the rows of an input, if it was delivered. */
    private Optional<String> datedBy(Relation input) {
        return context.reaches().datedBy(input.name()).filter(column -> input.field(column)
                .filter(field -> field.value().available())
                .isPresent());
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
