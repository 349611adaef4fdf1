package cn.mingjian.compiler.step;

import cn.mingjian.compiler.expression.ExpressionChecker;
import cn.mingjian.compiler.expression.Scope;
import cn.mingjian.compiler.expression.Scope.Visible;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Type.Form;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Step.Select;
import cn.mingjian.model.contract.Sensitivity;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names that are alike.
 *
 * <pre>
 * namesake:
 *   similar: firm
 *   with: owner
 *   on: {region: region, first_two: first_two}   # blocking: only rows with these equal are compared
 *   names: {entity_name: owner_name}             # the two texts; expressions over one side each
 *   least: 0.90                                  # Jaro-Winkler by code points, rounded to four places
 *   most: 1000                                   # rows of the second relation in a block, default 1000
 *   where: firm.uscc &lt;&gt; owner.uscc
 *   take: {owner: owner_no}
 *   score: likeness                              # field for the similarity, a decimal with four places
 * </pre>
 *
 * <p>One row for each pair at or above {@code least}. A null block is unknown (reason {@code key}), a null name too (reason
 * {@code condition}); a row whose block holds more than {@code most} is unknown once (reason {@code hub}) and compared with
 * nobody, so that one common value cannot take the whole run.
 *
 * <p>It is one statement with the registered Java function inside, not a Java stage between statements: so it is counted
 * and stopped like every other step, fused with its neighbours, and needs no memory for the pairs.
 */
final class Similar implements Operator {

    private static final String LIKENESS = "mj_similarity_text_text";
    private static final Type SCORE = Type.decimal(5, 4);
    private static final String MOST = "1000";

    @Override
    public String word() {
        return "similar";
    }

    @Override
    public Step check(String name, YamlMap step, StepContext context) {
        step.allow(List.of("title", "similar", "with", "as", "on", "names", "least", "most", "where", "take", "score"));
        Relation left = context.relation(step, "similar");
        Relation right = context.relation(step, "with");
        Visible second = StepContext.right(right, step);
        Scope both = context.scope(StepContext.left(left), second);
        step.requireNode("on");
        Matching matching = Matching.read(step, left, right, both, context);
        YamlMap names = step.requireMap("names").orElseGet(() -> step.mapOrEmpty("names"));
        if (names.keys().size() != 1 && step.has("names")) {
            context.problems().error(step.placeOf("names"), "step.similar-names");
        }
        Typed one = names.scalarMap().entrySet().stream()
                .findFirst()
                .map(pair -> text(
                        new YamlScalar(
                                pair.getKey(),
                                true,
                                names.placeOf(pair.getKey()),
                                pair.getValue().places()),
                        context.scope(StepContext.left(left)),
                        context))
                .orElse(Typed.ERROR);
        Typed two = names.scalarMap().values().stream()
                .findFirst()
                .map(written -> text(written, context.scope(second), context))
                .orElse(Typed.ERROR);
        String likeness = LIKENESS + "(" + one.sql() + ", " + two.sql() + ")";
        Steps steps = Steps.of(name, this, left, context).needing(right).taking(step, second);
        step.scalar("score").ifPresent(field -> {
            if (left.field(field.text()).isPresent()) {
                context.problems().error(field.place(), "step.field-twice", field.text());
            }
            Sensitivity sensitivity = one.sensitivity().with(two.sensitivity());
            Set<cn.mingjian.compiler.relation.FieldRef> uses = new java.util.TreeSet<>(one.uses());
            uses.addAll(two.uses());
            steps.put(
                    field.text(),
                    new Typed(Sql.cast(likeness, SCORE), SCORE, sensitivity, uses, Set.of(), Optional.empty()));
        });
        BigDecimal least = least(step, context);
        String alike = "(" + likeness + " >= " + least.toPlainString() + ")";
        return steps.lacking(matching.lacks())
                .lacking(one.lacks())
                .lacking(two.lacks())
                .deciding(matching.uses())
                .deciding(one.uses())
                .deciding(two.uses())
                .words(
                        left.name(),
                        right.name(),
                        String.join("、", names.keys()),
                        least.toPlainString(),
                        String.join("、", matching.pairs().keySet()))
                .select(select(left, right, matching, alike, most(step, context), context));
    }

    private static Select select(
            Relation left, Relation right, Matching matching, String alike, String most, StepContext context) {
        List<String> blocks = List.copyOf(matching.pairs().values());
        String by = StepFields.list("r", blocks) + context.caseItem("r");
        String counts = "(SELECT " + by + ", count(*) AS _rows FROM " + right.sqlName() + " r GROUP BY " + by + ")";
        String inBlock = matching.keysEqual(context).replace("r.", "b.");
        String from = left.sqlName() + " l LEFT JOIN " + counts + " b ON " + inBlock + " LEFT JOIN (SELECT r.*, true AS"
                + " _one FROM " + right.sqlName() + " r) r ON " + matching.keysEqual(context) + " AND b._rows <= "
                + most;
        String outcome = "CASE WHEN " + matching.keyUnknown() + " OR b._rows > " + most
                + " THEN NULL WHEN r._one IS NULL THEN false ELSE " + alike
                + (matching.condition().isEmpty() ? "" : " AND " + matching.condition()) + " END";
        String why = "CASE WHEN " + matching.keyUnknown() + " THEN 'key' WHEN b._rows > " + most
                + " THEN 'hub' ELSE 'condition' END";
        return new Select(from, "", outcome, why);
    }

    private static Typed text(YamlScalar written, Scope scope, StepContext context) {
        Typed value = ExpressionChecker.value(written, scope, context.problems());
        if (value.type().form() != Form.TEXT && !value.type().isOpen()) {
            context.problems()
                    .error(written.place(), "step.match-not-text", value.type().word());
        }
        return value;
    }

    private static BigDecimal least(YamlMap step, StepContext context) {
        Optional<YamlScalar> written = step.requireScalar("least");
        boolean fits = written.filter(text -> text.text().matches("0\\.[0-9]{1,4}|1(\\.0{1,4})?"))
                .isPresent();
        if (written.isPresent() && !fits) {
            context.problems()
                    .error(
                            written.get().place(),
                            "step.similar-least",
                            written.get().text());
        }
        return fits ? new BigDecimal(written.get().text()) : BigDecimal.ONE;
    }

    private static String most(YamlMap step, StepContext context) {
        Optional<YamlScalar> written = step.scalar("most");
        boolean fits =
                written.map(text -> text.text().matches("[1-9][0-9]{0,5}")).orElse(true);
        if (!fits) {
            context.problems().error(step.placeOf("most"), "step.not-a-number", "most", step.requireText("most"));
        }
        return fits ? written.map(YamlScalar::text).orElse(MOST) : MOST;
    }
}
