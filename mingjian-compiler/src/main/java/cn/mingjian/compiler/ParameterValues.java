package cn.mingjian.compiler;

import cn.mingjian.compiler.expression.Literals;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.model.contract.ColumnType;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Nearest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters of a run as typed values: what the run sets, else the package's default. */
final class ParameterValues {

    private ParameterValues() {}

    static Map<String, Typed> of(ModelPackage pack, Settings settings) {
        Map<String, Typed> values = new LinkedHashMap<>();
        settings.values().keySet().stream()
                .filter(name -> !pack.parameters().containsKey(name))
                .forEach(name -> pack.problems()
                        .error(
                                pack.place(),
                                "expression.unknown-parameter",
                                name,
                                Nearest.advice(name, pack.parameters().keySet())));
        values.put("as_of", Typed.constant(Sql.date(settings.asOf()), Type.DATE));
        for (ModelPackage.Parameter parameter : pack.parameters().values()) {
            Optional<ColumnType> column = ColumnType.of(parameter.type());
            Type type = column.map(Type::of).orElse(Type.ERROR);
            String text = settings.values()
                    .getOrDefault(parameter.name(), parameter.value().text());
            if (!parameter.settable() && parameter.law().isEmpty()) {
                pack.problems().error(parameter.place(), "rule.law-parameter", parameter.name());
            }
            if (parameter.settable() && parameter.law().isPresent()) {
                pack.problems().error(parameter.law().get().place(), "rule.law-settable", parameter.name());
            }
            if (!parameter.settable() && settings.values().containsKey(parameter.name())) {
                pack.problems().error(parameter.place(), "rule.law-set", parameter.name());
            }
            values.put(
                    parameter.name(),
                    column.flatMap(known -> Literals.ofParameter(text, known))
                            .map(sql -> Typed.constant(sql, type))
                            .orElseGet(() -> {
                                if (!type.isOpen()) {
                                    pack.problems()
                                            .error(
                                                    parameter.value().placeOf(0),
                                                    "rule.parameter-value",
                                                    text,
                                                    type.word());
                                }
                                return Typed.ERROR;
                            }));
        }
        return values;
    }
}
