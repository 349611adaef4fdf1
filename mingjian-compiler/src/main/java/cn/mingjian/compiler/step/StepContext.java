package cn.mingjian.compiler.step;

import cn.mingjian.compiler.expression.ExpressionChecker;
import cn.mingjian.compiler.expression.Scope;
import cn.mingjian.compiler.expression.Scope.Surroundings;
import cn.mingjian.compiler.expression.Scope.Visible;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.Collection;
import java.util.Optional;

/**
 * What a step can see: the relations that stand before it, the model's surroundings, how far registers reach.
 *
 * @param relations inputs, tables and earlier steps by name
 * @param reaches how far the data under each relation reach
 * @param tables the model's reference tables
 * @param usage which fields are read later
 * @param cased whether rows belong to test cases that must not meet
 */
public record StepContext(
        Relations relations,
        Reaches reaches,
        Surroundings surroundings,
        Tables tables,
        Usage usage,
        boolean cased,
        Problems problems) {

    /** The relations of a model by name, checked when first asked for. */
    public interface Relations {

        /** The relation of this name; a mistake in it is noted where it stands. */
        Optional<Relation> find(YamlScalar name);

        Collection<String> names();
    }

    /** Hidden field that tells the cases of a test apart. */
    public static final String CASE = "_case";

    /** The relation that a key of a step names; an unknown name is noted and answers with an empty relation. */
    public Relation relation(YamlMap step, String key) {
        Optional<YamlScalar> name = step.requireScalar(key);
        return name.map(this::relation).orElseGet(() -> Relation.unknown(""));
    }

    public Relation relation(YamlScalar name) {
        return relations.find(name).orElseGet(() -> {
            problems.error(
                    name.place(),
                    "expression.unknown-relation",
                    name.text(),
                    Nearest.advice(name.text(), relations.names()));
            return Relation.unknown(name.text());
        });
    }

    /** The main relation, under its own name and the alias {@code l}. */
    public static Visible left(Relation relation) {
        return new Visible(relation.localName(), "l", relation);
    }

    /** The second relation, under the name that the step gives it and the alias {@code r}. */
    public static Visible right(Relation relation, YamlMap step) {
        return new Visible(step.text("as").orElse(relation.localName()), "r", relation);
    }

    public Scope scope(Visible... visible) {
        return Scope.of(surroundings, visible);
    }

    /** An optional condition of the step. */
    public Optional<Typed> condition(YamlMap step, String key, Scope scope) {
        return step.scalar(key).map(text -> ExpressionChecker.condition(text, scope, problems));
    }

    /** SQL that keeps rows of one test case together: empty outside tests. */
    public String sameCase(String one, String other) {
        return cased ? " AND " + one + "." + CASE + " = " + other + "." + CASE : "";
    }

    /** SQL of the hidden case field as one more item of a list: empty outside tests. */
    public String caseItem(String alias) {
        return cased ? ", " + alias + "." + CASE : "";
    }
}
