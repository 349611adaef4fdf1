package cn.mingjian.compiler.plan;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.sql.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The companions of a much smaller input: few rows of a large register, so that those which are read more than once are
 * stored, and the register is read once.
 */
final class StoredCompanions {

    private static final int SMALL = 16;

    private final CheckedModel model;
    private final NeededFields carried;

    StoredCompanions(CheckedModel model, NeededFields carried) {
        this.model = model;
        this.carried = carried;
    }

    /**
     * @param steps the steps of the plan
     * @param asked what is asked for the clues: SQL by the input that it reads
     */
    List<Stage.Companion> readBy(Collection<String> steps, List<Asked> asked) {
        return model.views().values().stream()
                .filter(this::areFew)
                .filter(view -> readers(view, steps, asked) > 1)
                .map(view -> new Stage.Companion(view.name(), view.stored(columns(view, asked))))
                .toList();
    }

    /** SQL that reads an input. */
    record Asked(String input, String sql) {}

    private boolean areFew(InputView view) {
        return isAvailable(view.name())
                && view.beside()
                        .filter(beside -> model.reaches().isSmallBeside(beside.other(), view.name(), SMALL))
                        .isPresent()
                && model.views().values().stream()
                        .flatMap(other -> other.beside().stream())
                        .noneMatch(beside -> beside.other().equals(view.name()));
    }

    private boolean isAvailable(String input) {
        Relation relation = model.inputs().get(input);
        return relation != null && relation.available();
    }

    private long readers(InputView view, Collection<String> steps, List<Asked> asked) {
        return steps.stream()
                        .filter(step -> Objects.requireNonNull(model.steps().get(step))
                                .reads()
                                .contains(view.name()))
                        .count()
                + asked.stream().filter(one -> one.input().equals(view.name())).count();
    }

    /** What steps carry along of it, and what is shown and searched. */
    private List<String> columns(InputView view, List<Asked> asked) {
        Relation relation = Objects.requireNonNull(model.inputs().get(view.name()));
        Collection<Field> inSteps = carried.of(relation);
        String sql = asked.stream()
                .filter(one -> one.input().equals(view.name()))
                .map(Asked::sql)
                .collect(Collectors.joining(" "));
        return relation.fields().values().stream()
                .filter(field -> field.value().available())
                .filter(field -> inSteps.contains(field) || sql.contains(Sql.name(field.name())))
                .map(Field::name)
                .toList();
    }
}
