package cn.mingjian.compiler.expression;

import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The arms of a {@code case}. A condition whose truth needs no data takes its arm or leaves it out, so that {@code case
 * when has(x) then x else 0 end} does not need {@code x}. How protected the value is does not depend on what was
 * delivered: every arm counts.
 */
final class Branches {

    private Branches() {}

    /** @param values one for each condition and, where there is an {@code else}, one more */
    static Typed of(List<Typed> conditions, List<Typed> values, Type type) {
        StringBuilder arms = new StringBuilder();
        List<Typed> parts = new ArrayList<>();
        Optional<Typed> last = Optional.empty();
        for (int i = 0; i < values.size() && last.isEmpty(); i++) {
            Optional<Boolean> known = i < conditions.size() ? conditions.get(i).constant() : Optional.of(true);
            if (known.isEmpty()) {
                arms.append(" WHEN ").append(conditions.get(i).sql());
                arms.append(" THEN ").append(Arithmetic.as(values.get(i), type));
                parts.add(conditions.get(i));
                parts.add(values.get(i));
            } else if (known.get()) {
                last = Optional.of(values.get(i));
            }
        }
        last.ifPresent(parts::add);
        String otherwise = last.map(value -> Arithmetic.as(value, type)).orElseGet(() -> nothing(type));
        String sql = arms.isEmpty() ? otherwise : "(CASE" + arms + " ELSE " + otherwise + " END)";
        Typed taken = Combined.of(sql, type, parts.toArray(Typed[]::new));
        return new Typed(
                sql,
                type,
                Combined.of(sql, type, values.toArray(Typed[]::new))
                        .sensitivity()
                        .with(taken.sensitivity()),
                taken.uses(),
                taken.lacks(),
                arms.isEmpty() ? last.flatMap(Typed::constant) : Optional.empty());
    }

    private static String nothing(Type type) {
        return type.isOpen() ? "NULL" : Sql.cast("NULL", type);
    }
}
