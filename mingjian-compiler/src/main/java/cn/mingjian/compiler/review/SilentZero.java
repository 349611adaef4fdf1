package cn.mingjian.compiler.review;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.expression.Expression;
import cn.mingjian.compiler.review.Origins.Names;
import cn.mingjian.compiler.step.Step;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A tally of a dated register says by its zero that nothing happened, so it needs {@code over}, unless a condition on every
 * way to a rule or signal asks for a count or sum of it above zero. Least, greatest and latest values speak of what is not
 * there too; they do not set a tally free.
 */
final class SilentZero {

    private static final Values.Value ZERO = new Values.Value(Optional.of(BigDecimal.ZERO), "");

    private final CheckedModel model;
    private final Reads reads;
    private final Origins origins;

    private SilentZero(CheckedModel model) {
        this.model = model;
        this.reads = new Reads(model.pack());
        this.origins = new Origins(model);
    }

    static void review(CheckedModel model) {
        SilentZero review = new SilentZero(model);
        model.pack().steps().forEach((name, step) -> {
            Optional<String> register = step.has("tally") ? step.text("of") : Optional.empty();
            boolean silent = register.isPresent()
                    && !step.has("over")
                    && !step.has("until")
                    && model.reaches().isDated(register.get());
            if (silent && review.reachesARule(name, step)) {
                model.pack().problems().error(step.place(), "step.over-missing", register.get());
            }
        });
    }

    private boolean reachesARule(String tally, YamlMap step) {
        Set<String> counted = new HashSet<>();
        step.mapOrEmpty("add").scalarMap().forEach((field, text) -> {
            if (isZeroOfNoRows(text)) {
                counted.add(tally + "." + field);
            }
        });
        Deque<String> open = new ArrayDeque<>(List.of(tally));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String relation = open.pop();
            if (!seen.add(relation)) {
                continue;
            }
            if (feltByRule(relation, counted)) {
                return true;
            }
            for (Map.Entry<String, YamlMap> reader : model.pack().steps().entrySet()) {
                YamlMap text = reader.getValue();
                if (reads(reader.getKey(), text, relation) && !asksForMore(text, mainOf(text), counted)) {
                    open.add(reader.getKey());
                }
            }
        }
        return false;
    }

    private boolean reads(String step, YamlMap text, String relation) {
        Step checked = model.steps().get(step);
        return reads.ofStep(text).contains(relation)
                || checked != null && checked.reads().contains(relation);
    }

    private boolean feltByRule(String relation, Set<String> counted) {
        return java.util.stream.Stream.concat(
                        model.pack().rules().values().stream(), model.pack().signals().values().stream())
                .filter(rule -> reads.ofRule(rule).contains(relation))
                .anyMatch(rule -> !asksForMore(rule, rule.text("from").orElse(""), counted));
    }

    private String mainOf(YamlMap step) {
        return reads.mainOf(step).orElse("");
    }

    /** Whether {@code where} leaves no row with a zero among the counted fields. */
    private boolean asksForMore(YamlMap text, String left, Set<String> counted) {
        Optional<Expression> where =
                text.has("group") ? Optional.empty() : text.scalar("where").flatMap(Origins::parse);
        Optional<String> right = text.text("with").or(() -> text.text("in")).or(() -> text.text("of"));
        Names names = new Names(left, right, text.text("as").or(() -> right).orElse(""), "");
        return where.stream().flatMap(found -> Conjunct.of(found).stream()).anyMatch(conjunct -> {
            Values values = new Values();
            values.only(List.of(ZERO));
            conjunct.limits().accept(values);
            return values.none()
                    && counted.contains(origins.of(conjunct.term(), names).text());
        });
    }

    private static boolean isZeroOfNoRows(YamlScalar text) {
        return Origins.parse(text)
                .filter(expression -> expression instanceof Expression.Call call
                        && (call.function().equals("count") || call.function().equals("sum")))
                .isPresent();
    }
}
