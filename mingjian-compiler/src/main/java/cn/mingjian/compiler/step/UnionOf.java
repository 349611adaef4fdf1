package cn.mingjian.compiler.step;

import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Step.Union;
import cn.mingjian.model.contract.Lack;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code union: [a, b]}: the rows of several relations with the fields that all of them have. Arms without data are left
 * out; when all are, there are no rows.
 */
final class UnionOf implements Operator {

    @Override
    public String word() {
        return "union";
    }

    @Override
    public Step check(String name, YamlMap step, StepContext context) {
        step.allow(List.of("title", "union"));
        List<YamlScalar> names = step.scalars("union");
        List<Relation> arms = names.stream().map(context::relation).toList();
        Steps steps = Steps.empty(name, this, context);
        arms.forEach(arm -> steps.reading(arm).opened(arm.open()));
        List<Relation> delivered = arms.stream().filter(Relation::available).toList();
        if (delivered.isEmpty()) {
            steps.lacking(Lack.oneOf(arms.stream().map(Relation::lacks).toList()));
        }
        if (arms.isEmpty()) {
            context.problems().error(step.placeOf("union"), "step.union-empty");
            return steps.opened(true).words("").select(new Union(List.of()));
        }
        for (Field field : arms.get(0).fields().values()) {
            if (arms.stream().allMatch(arm -> arm.field(field.name()).isPresent())) {
                steps.put(new Field(field.name(), common(field, arms, delivered, step, context), field.title()));
            }
        }
        return steps.words(String.join("、", names.stream().map(YamlScalar::text).toList()))
                .select(new Union(delivered.stream().map(Relation::name).toList()));
    }

    private static Typed common(
            Field field, List<Relation> arms, List<Relation> delivered, YamlMap step, StepContext context) {
        Set<FieldRef> uses = new TreeSet<>();
        List<Set<Lack>> lacks = new ArrayList<>();
        Typed first = field.value();
        var sensitivity = first.sensitivity();
        Type type = Type.NULL;
        boolean filled = false;
        for (Relation arm : arms) {
            Field own = arm.field(field.name()).orElseThrow();
            uses.add(new FieldRef(arm.name(), field.name()));
            sensitivity = sensitivity.with(own.value().sensitivity());
            if (delivered.contains(arm)) {
                lacks.add(own.value().lacks());
                filled |= own.value().available();
            }
            if (type.form() == Type.Form.NULL || type.equals(own.type())) {
                type = own.type();
            } else if (type.form() == own.type().form() && !type.isNumber()) {
                type = Type.of(cn.mingjian.functions.Kind.valueOf(type.form().name()));
            } else if (type.form() != own.type().form()
                    || type.scale() != own.type().scale()) {
                context.problems()
                        .error(
                                step.placeOf("union"),
                                "step.union-types",
                                field.name(),
                                type.word(),
                                own.type().word());
            }
        }
        return new Typed(
                Sql.field("l", field.name()),
                type,
                sensitivity,
                uses,
                filled ? Set.of() : Lack.oneOf(lacks),
                Optional.empty());
    }
}
