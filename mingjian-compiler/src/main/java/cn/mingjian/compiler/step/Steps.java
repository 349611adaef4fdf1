package cn.mingjian.compiler.step;

import cn.mingjian.compiler.expression.ExpressionChecker;
import cn.mingjian.compiler.expression.Scope;
import cn.mingjian.compiler.expression.Scope.Visible;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Step.Body;
import cn.mingjian.compiler.step.Step.Nothing;
import cn.mingjian.compiler.step.Step.Search;
import cn.mingjian.compiler.step.Step.Union;
import cn.mingjian.model.contract.Lack;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Builds a step from the fields of its main relation and what the primitive adds. */
final class Steps {

    private final String name;
    private final Operator operator;
    private final StepContext context;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Typed> taken = new LinkedHashMap<>();
    private final List<String> reads = new ArrayList<>();
    private final Set<FieldRef> conditions = new TreeSet<>();
    private final Set<Lack> lacks = new TreeSet<>();
    private Optional<Search> search = Optional.empty();
    private List<String> words = List.of();
    private boolean open;

    private Steps(String name, Operator operator, StepContext context) {
        this.name = name;
        this.operator = operator;
        this.context = context;
    }

    /** A step whose rows carry all fields of one relation (alias {@code l}). */
    static Steps of(String name, Operator operator, Relation left, StepContext context) {
        Steps steps = empty(name, operator, context).needing(left).opened(left.open());
        Visible visible = StepContext.left(left);
        left.fields()
                .values()
                .forEach(field ->
                        steps.fields.put(field.name(), new Field(field.name(), read(visible, field), field.title())));
        return steps;
    }

    /** A step without fields yet. */
    static Steps empty(String name, Operator operator, StepContext context) {
        return new Steps(name, operator, context);
    }

    /** A relation without whose data there are no rows. */
    Steps needing(Relation relation) {
        lacks.addAll(relation.lacks());
        return reading(relation);
    }

    /** A relation that may be missing. */
    Steps reading(Relation relation) {
        reads.add(relation.name());
        return this;
    }

    /** Whether a mistake hides some of its fields. */
    Steps opened(boolean hidesFields) {
        open |= hidesFields;
        return this;
    }

    Steps lacking(Collection<Lack> more) {
        lacks.addAll(more);
        return this;
    }

    Steps deciding(Collection<FieldRef> more) {
        conditions.addAll(more);
        return this;
    }

    /** What it finds rests on the silence of a register. */
    Steps searching(Over over) {
        search = over.search();
        return this;
    }

    /** The same, where it has no rows without what the search reads. */
    Steps restingOn(Over over) {
        return searching(over).lacking(over.lacks()).deciding(over.uses());
    }

    Steps words(String... arguments) {
        words = List.of(arguments);
        return this;
    }

    Steps put(String field, Typed value) {
        fields.put(field, new Field(field, value));
        return this;
    }

    Steps put(Field field) {
        fields.put(field.name(), field);
        return this;
    }

    /** Adds what {@code take} names of the second relation; a name that is there already is refused. */
    Steps taking(YamlMap step, Visible right) {
        for (Map.Entry<String, YamlScalar> entry :
                step.mapOrEmpty("take").scalarMap().entrySet()) {
            YamlScalar text = entry.getValue();
            Typed value = ExpressionChecker.value(text, context.scope(right), context.problems());
            Optional<Field> plain = right.relation().field(text.text());
            refuseTwice(entry.getKey(), step.mapOrEmpty("take"));
            refuseForm(entry.getKey(), step.mapOrEmpty("take"));
            taken.put(entry.getKey(), value);
            fields.put(entry.getKey(), new Field(entry.getKey(), value, plain.flatMap(Field::title)));
        }
        return this;
    }

    /** Fields with the expressions that compute them, as a person reads them on the rule card. */
    static String written(YamlMap add) {
        return add.scalarMap().entrySet().stream()
                .map(field ->
                        field.getKey() + " = " + field.getValue().text().strip().replaceAll("\\s+", " "))
                .collect(Collectors.joining("; "));
    }

    Map<String, Typed> taken() {
        return taken;
    }

    /** Adds computed fields. */
    Steps adding(YamlMap add, Scope scope) {
        add.scalarMap().forEach((field, text) -> {
            refuseForm(field, add);
            put(field, ExpressionChecker.value(text, scope, context.problems()));
        });
        return this;
    }

    private void refuseTwice(String field, YamlMap take) {
        if (fields.containsKey(field)) {
            context.problems().error(take.placeOf(field), "step.field-twice", field);
        }
    }

    /** Notes a name that cannot be a field's. */
    void refuseForm(String field, YamlMap map) {
        if (!field.matches("[a-z][a-z0-9_]*")) {
            context.problems().error(map.placeOf(field), "step.field-name", field);
        }
    }

    /** A value that these fields decide too. */
    Typed influenced(Typed value, Set<FieldRef> by) {
        conditions.addAll(by);
        return value;
    }

    Step select(Body body) {
        Relation relation = Relation.of(name, fields.values(), lacks).opened(open);
        List<String> mains = body instanceof Union ? reads : reads.subList(0, Math.min(1, reads.size()));
        context.reaches().computed(name, reads, mains);
        Body possible = lacks.isEmpty() ? body : new Nothing();
        return new Step(name, operator.word(), relation, List.copyOf(reads), conditions, possible, search, words);
    }

    private static Typed read(Visible visible, Field field) {
        return new Typed(
                Sql.field(visible.alias(), field.name()),
                field.type(),
                field.value().sensitivity(),
                Set.of(new FieldRef(visible.relation().name(), field.name())),
                field.value().lacks(),
                Optional.empty());
    }
}
