package cn.mingjian.compiler.step;

import cn.mingjian.compiler.expression.ExpressionChecker;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Type.Form;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what several primitives write alike: lists of fields of a relation, numbers that no row changes. */
final class StepFields {

    private StepFields() {}

    /** The fields that a key of a step lists; those that the relation lacks are noted. */
    static List<String> named(YamlMap step, String key, Relation relation, StepContext context) {
        return step.scalars(key).stream()
                .flatMap(field -> find(field, relation, context).stream())
                .map(Field::name)
                .toList();
    }

    /** The field of a relation; noted where it has none of this name. */
    static Optional<Field> find(YamlScalar name, Relation relation, StepContext context) {
        Optional<Field> field = relation.field(name.text());
        if (field.isEmpty() && !relation.open()) {
            context.problems()
                    .error(
                            name.place(),
                            "expression.unknown-column",
                            name.text(),
                            Nearest.advice(name.text(), relation.fields().keySet()));
        }
        return field;
    }

    /** The value of a field that may have been refused already. */
    static Typed value(Relation relation, String field) {
        return relation.field(field).map(Field::value).orElse(Typed.ERROR);
    }

    /** A whole number that is written or a parameter. */
    static Typed number(YamlMap map, String key, StepContext context) {
        Optional<YamlScalar> text = map.scalar(key);
        if (text.isEmpty()) {
            return Typed.ERROR;
        }
        Typed number = ExpressionChecker.value(text.get(), context.scope(), context.problems());
        if (number.type().form() != Form.INTEGER && !number.type().isOpen()) {
            context.problems()
                    .error(
                            text.get().place(),
                            "step.not-a-number",
                            key,
                            number.type().word());
        }
        return number;
    }

    /** SQL: one of these fields of the main relation is null. */
    static String anyNull(List<String> fields) {
        return anyNull("l", fields);
    }

    /** SQL: one of these fields of an alias is null. */
    static String anyNull(String alias, List<String> fields) {
        return fields.isEmpty()
                ? "false"
                : fields.stream()
                        .map(field -> Sql.field(alias, field) + " IS NULL")
                        .collect(Collectors.joining(" OR ", "(", ")"));
    }

    /** SQL of a list of fields of an alias. */
    static String list(String alias, List<String> fields) {
        return fields.stream().map(field -> Sql.field(alias, field)).collect(Collectors.joining(", "));
    }
}
