package cn.mingjian.compiler;

import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.checked.InputView.Beside;
import cn.mingjian.compiler.expression.ExpressionChecker;
import cn.mingjian.compiler.expression.Scope.Visible;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Matching;
import cn.mingjian.compiler.step.Reaches;
import cn.mingjian.compiler.step.Step;
import cn.mingjian.compiler.step.StepContext;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.contract.Lack;
import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Resolves inputs to contracts and to what was delivered of them. */
final class InputChecker {

    /** Who may be let in cannot be told, so that nobody is: what no purpose is seen to need is not stored. */
    private static final String NOT_KNOWN = "CAST(NULL AS BOOLEAN)";

    private final Contracts contracts;
    private final Delivered delivered;
    private final Reaches reaches;
    private final Problems problems;

    InputChecker(Contracts contracts, Delivered delivered, Reaches reaches, Problems problems) {
        this.contracts = contracts;
        this.delivered = delivered;
        this.reaches = reaches;
        this.problems = problems;
    }

    /** The contract that an input names with its major version. */
    Optional<Contract> contract(YamlScalar reference) {
        int at = reference.text().indexOf('@');
        if (at < 1 || !reference.text().substring(at + 1).matches("\\d+")) {
            problems.error(reference.place(), "rule.contract-form", reference.text());
            return Optional.empty();
        }
        String id = reference.text().substring(0, at);
        Optional<Contract> contract = contracts.find(id);
        if (contract.isEmpty() && !contracts.ids().contains(id)) {
            problems.error(reference.place(), "contract.unknown", id, Nearest.advice(id, contracts.ids()));
        }
        contract.filter(found -> !reference.text().endsWith("@" + found.major()))
                .ifPresent(found -> problems.error(
                        reference.place(),
                        "rule.contract-major",
                        id,
                        found.version(),
                        reference.text().substring(at + 1)));
        return contract;
    }

    boolean delivered(Contract contract) {
        return delivered.dataset(contract).isPresent();
    }

    /** The rows of a contract as far as they were delivered. */
    Relation relation(String name, Contract contract) {
        Optional<Delivered.Dataset> dataset = delivered.dataset(contract);
        List<Field> fields = new ArrayList<>();
        for (Column column : contract.columns().values()) {
            boolean there = dataset.isEmpty() || dataset.get().columns().contains(column.name());
            fields.add(new Field(
                    column.name(),
                    new Typed(
                            Sql.field("l", column.name()),
                            Type.of(column),
                            column.sensitivity(),
                            Set.of(),
                            there ? Set.of() : Set.of(Lack.of(contract.id(), column.name())),
                            Optional.empty()),
                    Optional.of(column.title())));
        }
        reaches.input(
                name,
                dataset.map(Delivered.Dataset::coverages).orElse(List.of(Coverage.NOT_STATED)),
                dataset.map(Delivered.Dataset::rows).orElse(OptionalLong.empty()),
                contract.datedBy());
        return Relation.of(name, fields, dataset.isPresent() ? Set.of() : Set.of(Lack.of(contract.id())));
    }

    /** The rows that a derivation ends in, as the rows of its contract, as far as the input admits them. */
    Step derivedRows(String name, Relation rows, Contract contract, ModelPackage.Input input, StepContext context) {
        List<Field> fields = new ArrayList<>();
        for (Column column : contract.columns().values()) {
            Optional<Field> built = rows.field(column.name());
            if (built.isEmpty() && !rows.open()) {
                problems.error(
                        contract.derived().orElseThrow().rows().place(),
                        "expression.unknown-column",
                        column.name(),
                        Nearest.advice(column.name(), rows.fields().keySet()));
            }
            built.ifPresent(field -> fields.add(new Field(
                    column.name(),
                    new Typed(
                            Sql.field("l", column.name()),
                            labelled(column, field.value().type()),
                            field.value().sensitivity().with(column.sensitivity()),
                            Set.of(new FieldRef(rows.name(), column.name())),
                            orBuilt(
                                    Lack.of(contract.id(), column.name()),
                                    field.value().lacks()),
                            Optional.empty()),
                    Optional.of(column.title()))));
        }
        Relation relation = Relation.of(name, fields, orBuilt(Lack.of(contract.id()), rows.lacks()))
                .opened(rows.open() || fields.size() < contract.columns().size());
        String admit =
                condition(input, new Visible(input.name(), "l", relation), context, new TreeSet<>(), new TreeSet<>());
        Step.Body body = rows.available()
                ? new Step.Select(rows.sqlName() + " l", "", admit, "'condition'")
                : new Step.Nothing();
        return new Step(
                name,
                "derived",
                relation,
                List.of(rows.name()),
                Set.of(),
                body,
                Optional.empty(),
                List.of(contract.id()));
    }

    /** The type of a column; where the contract lists no codes, the labels of what it was built from go with it. */
    private static Type labelled(Column column, Type built) {
        Type type = Type.of(column);
        return column.codes().isEmpty() && type.form() == built.form() ? type.labelled(built.codes()) : type;
    }

    /** What a built input lacks: it can be delivered itself, or what it is built from. */
    private static Set<Lack> orBuilt(Lack itself, Set<Lack> origins) {
        return origins.isEmpty() ? Set.of() : Lack.oneOf(List.of(Set.of(itself), origins));
    }

    /** Whether the rows of an input are built from others, because nobody delivered them. */
    private boolean isBuilt(ModelPackage.Input input) {
        return contracts
                .find(input.contractId())
                .filter(contract -> contract.derived().isPresent() && !delivered(contract))
                .isPresent();
    }

    /**
     * Compiles {@code admit}: which rows of the delivered data are this input's. What is built has no door, so that
     * nothing can be let in beside it, nor it beside others.
     */
    void admit(
            ModelPackage.Input input,
            Map<String, ModelPackage.Input> all,
            Map<String, InputView> views,
            StepContext context) {
        input.beside()
                .filter(map -> isBuilt(input)
                        || map.text("beside")
                                .flatMap(name -> Optional.ofNullable(all.get(name)))
                                .filter(this::isBuilt)
                                .isPresent())
                .ifPresent(map -> problems.error(map.place(), "rule.beside-built", input.name()));
        InputView view = views.get(input.name());
        Relation own = context.surroundings().inputs().get(input.name());
        if (view == null || own == null) {
            return;
        }
        Set<Lack> lacks = new TreeSet<>();
        Set<FieldRef> reads = new TreeSet<>();
        String admit = condition(input, new Visible(input.name(), "l", own), context, lacks, reads);
        Optional<Beside> beside = input.beside().flatMap(map -> beside(map, own, all, views, context, lacks, reads));
        if (!lacks.isEmpty()) {
            admit = NOT_KNOWN;
            context.surroundings().inputs().put(input.name(), own.lacking(lacks));
        }
        views.put(input.name(), new InputView(input.name(), view.contract(), admit, beside, reads));
    }

    /**
     * The input's own condition over an alias; empty when it has none or its data are missing.
     *
     * @param lacks takes what a delivered input lacks to tell
     * @param reads takes the columns that the condition reads
     */
    private String condition(
            ModelPackage.Input input, Visible visible, StepContext context, Set<Lack> lacks, Set<FieldRef> reads) {
        Optional<Typed> condition =
                input.admit().map(text -> ExpressionChecker.condition(text, context.scope(visible), problems));
        condition.ifPresent(checked -> reads.addAll(checked.uses()));
        if (visible.relation().available()) {
            condition.ifPresent(checked -> lacks.addAll(checked.lacks()));
        }
        return condition
                .filter(checked -> visible.relation().available() && checked.available())
                .map(Typed::sql)
                .orElse("");
    }

    private Optional<Beside> beside(
            YamlMap map,
            Relation own,
            Map<String, ModelPackage.Input> all,
            Map<String, InputView> views,
            StepContext context,
            Set<Lack> lacks,
            Set<FieldRef> reads) {
        map.allow(List.of("beside", "on", "where"));
        Relation other = context.relation(map, "beside");
        map.requireNode("on");
        Visible right = StepContext.right(other, map);
        Matching matching = Matching.read(map, own, other, context.scope(StepContext.left(own), right), context);
        reads.addAll(matching.uses());
        ModelPackage.Input otherInput = all.get(other.name());
        InputView otherView = views.get(other.name());
        boolean available =
                own.available() && other.available() && matching.lacks().isEmpty();
        if (own.available()) {
            lacks.addAll(other.lacks());
            lacks.addAll(matching.lacks());
        }
        return !available || otherInput == null || otherView == null
                ? Optional.empty()
                : Optional.of(new Beside(
                        other.name(),
                        otherView.contract(),
                        matching.pairs(),
                        matching.condition(),
                        condition(otherInput, right, context, lacks, reads)));
    }
}
