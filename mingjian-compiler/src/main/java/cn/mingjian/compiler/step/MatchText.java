package cn.mingjian.compiler.step;

import cn.mingjian.compiler.expression.ExpressionChecker;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Type.Form;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Step.Select;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code match-text: relation, in: text, pattern, unless, near, also, without, add: {field: match | count}}: keeps the rows
 * whose text holds the pattern.
 *
 * <p>{@code also} lists patterns of which each must occur somewhere in the text, {@code without} those of which none may.
 * {@code unless} is a pattern of negation ({@code 不得|未|免除}): an occurrence before which it stands within {@code near}
 * characters (default 12) does not count; the characters begin at the end of the occurrence before. {@code add} gives the
 * first occurrence that counts, or how many count. Patterns are RE2 and the same on every engine; {@code .} does not match
 * a line break unless the pattern says {@code (?s)}. A null text is unknown.
 */
final class MatchText implements Operator {

    private static final String NOTHING = "—";
    private static final int NEAR = 12;
    private static final int MOST_NEAR = 200;
    private static final int MOST_PATTERN = 2_000;
    private static final int MOST_SIZE = 10_000;

    @Override
    public String word() {
        return "match-text";
    }

    @Override
    public Step check(String name, YamlMap step, StepContext context) {
        step.allow(List.of("title", "match-text", "in", "pattern", "unless", "near", "also", "without", "add"));
        Relation left = context.relation(step, "match-text");
        Typed text = step.requireScalar("in")
                .map(written ->
                        ExpressionChecker.value(written, context.scope(StepContext.left(left)), context.problems()))
                .orElse(Typed.ERROR);
        if (text.type().form() != Form.TEXT && !text.type().isOpen()) {
            context.problems()
                    .error(
                            step.placeOf("in"),
                            "step.match-not-text",
                            text.type().word());
        }
        String pattern = step.requireScalar("pattern")
                .map(written -> pattern(written, context))
                .orElse("");
        Optional<String> unless = step.scalar("unless").map(written -> pattern(written, context));
        String near = near(step, context);
        List<String> also = patterns(step, "also", context);
        List<String> without = patterns(step, "without", context);
        Steps steps = Steps.of(name, this, left, context).lacking(text.lacks()).deciding(text.uses());
        for (Map.Entry<String, YamlScalar> added :
                step.mapOrEmpty("add").scalarMap().entrySet()) {
            switch (added.getValue().text()) {
                case "match" -> steps.put(added.getKey(), text.withSql("l._matches[1]", Type.TEXT));
                case "count" -> steps.put(added.getKey(), text.withSql("len(l._matches)", Type.INTEGER));
                default ->
                    context.problems()
                            .error(
                                    added.getValue().place(),
                                    "step.match-add",
                                    added.getValue().text());
            }
        }
        String rows = "(SELECT l.*, " + matches(text.sql(), pattern, unless, near) + " AS _matches FROM "
                + left.sqlName() + " l) l";
        return steps.words(words(left, step, pattern, near))
                .select(new Select(rows, "", outcome(text.sql(), also, without), "'condition'"));
    }

    private static String outcome(String text, List<String> also, List<String> without) {
        StringBuilder outcome = new StringBuilder("(len(l._matches) > 0");
        also.forEach(one -> outcome.append(" AND ").append(occurs(text, one)));
        without.forEach(one -> outcome.append(" AND NOT ").append(occurs(text, one)));
        return outcome.append(')').toString();
    }

    private static String occurs(String text, String pattern) {
        return "regexp_matches(" + text + ", " + Sql.text(pattern) + ")";
    }

    /** The last word is empty when the text must only hold something, which the card then says in fewer words. */
    private static String[] words(Relation left, YamlMap step, String pattern, String near) {
        List<String> required = new ArrayList<>(List.of(pattern));
        required.addAll(step.texts("also"));
        String unless = step.text("unless").orElse("");
        String without = String.join("”、“", step.texts("without"));
        return new String[] {
            left.name(),
            step.text("in").orElse(""),
            String.join("”、“", required),
            near,
            unless.isEmpty() ? NOTHING : unless,
            without.isEmpty() ? NOTHING : without,
            unless + without
        };
    }

    /** SQL of the list of occurrences that count. */
    private static String matches(String text, String pattern, Optional<String> unless, String near) {
        if (unless.isEmpty()) {
            return "regexp_extract_all(" + text + ", " + Sql.text("(" + pattern + ")") + ", 1)";
        }
        String window = Sql.text("((?s:.){0," + near + "}?)(" + pattern + ")");
        return "list_transform(list_filter(list_zip(regexp_extract_all(" + text + ", " + window
                + ", 1), regexp_extract_all(" + text + ", " + window + ", 2)), lambda x: NOT regexp_matches(x[1], "
                + Sql.text(unless.get()) + ")), lambda x: x[2])";
    }

    private static List<String> patterns(YamlMap step, String key, StepContext context) {
        return step.scalars(key).stream()
                .map(written -> pattern(written, context))
                .toList();
    }

    private static String pattern(YamlScalar written, StepContext context) {
        String pattern = written.text();
        try {
            if (pattern.length() > MOST_PATTERN || PatternSize.of(pattern) > MOST_SIZE) {
                context.problems().error(written.place(), "step.match-large", MOST_PATTERN, MOST_SIZE);
            } else if (Pattern.compile(pattern).matches("")) {
                context.problems().error(written.place(), "step.match-empty");
            }
        } catch (PatternSyntaxException e) {
            context.problems().error(written.place(), "step.match-pattern", e.getDescription(), e.getPattern());
        }
        return pattern;
    }

    private static String near(YamlMap step, StepContext context) {
        Optional<YamlScalar> written = step.scalar("near");
        String near = written.map(YamlScalar::text).orElse(Integer.toString(NEAR));
        boolean fits = near.matches("[0-9]{1,3}") && Integer.parseInt(near) <= MOST_NEAR;
        if (written.isPresent() && (!fits || !step.has("unless"))) {
            context.problems().error(written.get().place(), "step.match-near", near, MOST_NEAR);
        }
        return fits ? near : Integer.toString(NEAR);
    }
}
