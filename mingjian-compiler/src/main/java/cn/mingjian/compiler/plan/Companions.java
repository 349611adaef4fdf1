package cn.mingjian.compiler.plan;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.checked.InputView.Beside;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Step;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Companions are admitted beside the rows of another input. Where a join asks for rows with the same keys as rows of that
 * input, it finds none that were not admitted, so that they need not be admitted first.
 */
final class Companions {

    private final CheckedModel model;
    private final Collection<String> stored;

    /** @param stored inputs whose admitted rows are stored, so that nothing else need be read */
    Companions(CheckedModel model, Collection<String> stored) {
        this.model = model;
        this.stored = stored;
    }

    /**
     * SQL that reads such inputs whole.
     *
     * @param sql with the rows of relation {@code left} as alias {@code l} and those of an input as alias {@code r}
     */
    String whole(String sql, String left, Collection<String> inputs) {
        String whole = sql;
        for (String input : inputs) {
            InputView view = model.views().get(input);
            if (view != null
                    && !stored.contains(input)
                    && view.beside().filter(beside -> asks(sql, left, beside)).isPresent()) {
                String data = InputView.dataName(view.contract().id());
                whole = whole.replace(Sql.name(input) + " r", Sql.name(data) + " r");
            }
        }
        return whole;
    }

    private boolean asks(String sql, String left, Beside beside) {
        return beside.condition().isEmpty()
                && beside.pairs().entrySet().stream().allMatch(pair -> fields(left).stream()
                        .anyMatch(field ->
                                (sql.contains(Sql.field("l", field.name()) + " = " + Sql.field("r", pair.getKey()))
                                                || sql.contains(Sql.field("l", field.name()) + " = "
                                                        + Sql.field("m", pair.getKey())))
                                        && carries(
                                                new FieldRef(left, field.name()),
                                                new FieldRef(beside.other(), pair.getValue()))));
    }

    private Collection<Field> fields(String relation) {
        return Optional.ofNullable(model.steps().get(relation))
                .map(Step::relation)
                .or(() -> Optional.ofNullable(model.inputs().get(relation)))
                .map(found -> found.fields().values())
                .orElse(List.of());
    }

    /** Whether every value of a field is one of this column, of a row that was admitted. */
    private boolean carries(FieldRef field, FieldRef column) {
        if (field.equals(column)) {
            return true;
        }
        return Optional.ofNullable(model.steps().get(field.relation()))
                .flatMap(step -> step.relation().field(field.field()))
                .filter(Carrying::isUnchanged)
                .filter(found -> found.value().uses().stream().allMatch(use -> carries(use, column)))
                .isPresent();
    }
}
