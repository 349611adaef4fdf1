package cn.mingjian.compiler.step;

import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Step.Select;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code sample: relation, by, seed, share | first, per}: rows drawn by the hash of their key and a seed, the same on every
 * engine and in every run.
 *
 * <p>{@code share} is a part from 0.000001 to 1: rows are drawn each for itself, so that a key drawn once is drawn in every
 * version of the data. {@code first} is a number of rows, of each combination of {@code per} where that is given: those
 * with the least hashes. Rows of one key are drawn together; where they would not all fit they are unknown (reason {@code
 * tie}). A null key is unknown.
 */
final class Sample implements Operator {

    private static final int HASH_DIGITS = 12;

    @Override
    public String word() {
        return "sample";
    }

    @Override
    public Step check(String name, YamlMap step, StepContext context) {
        step.allow(List.of("title", "sample", "by", "seed", "share", "first", "per"));
        Relation left = context.relation(step, "sample");
        step.requireNode("by");
        List<String> by = StepFields.named(step, "by", left, context);
        List<String> per = StepFields.named(step, "per", left, context);
        String seed = step.requireText("seed");
        Steps steps = Steps.of(name, this, left, context);
        List<String> all = new ArrayList<>(by);
        all.addAll(per);
        for (String field : all) {
            steps.deciding(Set.of(new FieldRef(left.name(), field)));
            left.field(field).ifPresent(key -> steps.lacking(key.value().lacks()));
        }
        if (step.has("share") == step.has("first") || step.has("share") && step.has("per")) {
            context.problems().error(step.place(), "step.sample-form");
        }
        String nokey = StepFields.anyNull(all);
        steps.words(
                left.name(),
                String.join("、", by),
                step.text("share").or(() -> step.text("first")).orElse(""),
                seed);
        Select select = step.has("first")
                ? first(left, hash(by, seed), per, StepFields.number(step, "first", context), nokey, context)
                : share(left, hash(by, seed), step, nokey, context);
        return steps.select(select);
    }

    /** The first digits of an MD5: no secret, only even and the same everywhere. */
    private static String hash(List<String> by, String seed) {
        String key = by.stream()
                .map(field -> "CAST(" + Sql.field("l", field) + " AS VARCHAR)")
                .collect(Collectors.joining(", "));
        String text = by.isEmpty() ? "''" : "concat_ws(chr(31), " + key + ")";
        return "substr(md5(concat(" + Sql.text(seed) + ", chr(31), " + text + ")), 1, " + HASH_DIGITS + ")";
    }

    private static Select share(Relation left, String hash, YamlMap step, String nokey, StepContext context) {
        Optional<YamlScalar> written = step.scalar("share");
        BigDecimal share = BigDecimal.ONE;
        if (written.isPresent()) {
            boolean fits = written.get().text().matches("0\\.\\d{0,5}[1-9]\\d{0,5}|1(\\.0+)?");
            if (!fits) {
                context.problems()
                        .error(
                                written.get().place(),
                                "step.sample-share",
                                written.get().text());
            }
            share = fits ? new BigDecimal(written.get().text()) : share;
        }
        BigInteger below = new BigDecimal(BigInteger.ONE.shiftLeft(4 * HASH_DIGITS))
                .multiply(share)
                .toBigInteger();
        boolean everything = below.bitLength() > 4 * HASH_DIGITS;
        String drawn = everything
                ? "true"
                : "(" + hash + " < " + Sql.text(String.format(java.util.Locale.ROOT, "%0" + HASH_DIGITS + "x", below))
                        + ")";
        return new Select(
                left.sqlName() + " l", "", "CASE WHEN NOT " + paren(nokey) + " THEN " + drawn + " END", "'key'");
    }

    private static Select first(
            Relation left, String hash, List<String> per, Typed first, String nokey, StepContext context) {
        List<String> groups =
                new ArrayList<>(per.stream().map(field -> Sql.field("l", field)).toList());
        groups.add("_nokey");
        if (context.cased()) {
            groups.add("l." + StepContext.CASE);
        }
        String partition = "PARTITION BY " + String.join(", ", groups) + " ORDER BY _hash";
        String rows = "(SELECT l.*, rank() OVER (" + partition + ") AS _rank, count(*) OVER (" + partition
                + ") AS _through FROM (SELECT l.*, " + hash + " AS _hash, " + nokey + " AS _nokey FROM "
                + left.sqlName() + " l) l) l";
        String outcome = "CASE WHEN l._nokey THEN NULL WHEN l._through <= " + first.sql() + " THEN true WHEN l._rank > "
                + first.sql() + " THEN false END";
        return new Select(rows, "", outcome, "CASE WHEN l._nokey THEN 'key' ELSE 'tie' END");
    }

    private static String paren(String condition) {
        return "(" + condition + ")";
    }
}
