package cn.mingjian.compiler.expression;

import cn.mingjian.compiler.expression.Scope.Grouping;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Type.Form;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.sql.Sql;
import java.util.List;
import java.util.Optional;

/**
 * Aggregates keep the three outcomes: a sum, a least or a greatest value of which one is unknown is unknown; a sum of no
 * rows is 0; {@code same} is unknown where the rows disagree.
 */
final class Aggregates {

    static final List<String> NAMES =
            List.of("count", "sum", "min", "max", "bool_or", "bool_and", "same", "max_by", "min_by", "texts");

    private final ExpressionChecker checker;
    private final Scope scope;

    Aggregates(ExpressionChecker checker, Scope scope) {
        this.checker = checker;
        this.scope = scope;
    }

    Typed check(Expression.Call call) {
        Optional<Grouping> grouping = scope.grouped();
        if (scope.insideAggregate()) {
            return checker.failed(call.at(), "expression.aggregate-nested", call.function());
        }
        if (grouping.isEmpty()) {
            return checker.failed(call.at(), "expression.aggregate-here", call.function());
        }
        if (call.distinct() && !call.function().equals("count")) {
            return checker.failed(call.at(), "expression.distinct-here");
        }
        String filter = grouping.get().suffix();
        if (call.star()) {
            return call.function().equals("count") ? Typed.constant("count(*)" + filter, Type.INTEGER) : wrong(call);
        }
        ExpressionChecker inside = checker.in(scope.ungrouped());
        List<Typed> arguments = call.arguments().stream().map(inside::check).toList();
        if (arguments.stream().anyMatch(argument -> argument.type().form() == Form.ERROR)) {
            return Typed.ERROR;
        }
        boolean two = call.function().endsWith("_by");
        if (arguments.size() != (two ? 2 : 1)) {
            return wrong(call);
        }
        return two ? chosen(call, arguments.get(0), arguments.get(1), filter) : single(call, arguments.get(0), filter);
    }

    private Typed single(Expression.Call call, Typed value, String filter) {
        String x = value.sql();
        String complete = "count(*)" + filter + " = count(" + x + ")" + filter;
        Type type = value.type();
        return switch (call.function()) {
            case "count" ->
                Combined.coarsened(Combined.of(
                        "count(" + (call.distinct() ? "DISTINCT " : "") + x + ")" + filter, Type.INTEGER, value));
            case "sum" -> type.isNumber() || type.isOpen() ? sum(value, complete, filter) : wrong(call);
            case "min", "max" ->
                Combined.of(
                        "CASE WHEN " + complete + " THEN " + call.function() + "(" + x + ")" + filter + " END",
                        type,
                        value);
            case "bool_or", "bool_and" ->
                type.form() == Form.BOOLEAN || type.isOpen() ? truth(call, value, complete, filter) : wrong(call);
            case "same" ->
                Combined.of(
                        "CASE WHEN " + complete + " AND min(" + x + ")" + filter + " = max(" + x + ")" + filter
                                + " THEN min(" + x + ")" + filter + " END",
                        type,
                        value);
            default ->
                type.form() == Form.TEXT || type.isOpen()
                        ? Combined.of(
                                "string_agg(DISTINCT " + x + ", '、' ORDER BY " + x + ")" + filter,
                                Type.TEXT.labelled(type.codes()),
                                value)
                        : wrong(call);
        };
    }

    private static Typed sum(Typed value, String complete, String filter) {
        Type type = value.type().form() == Form.DECIMAL
                ? Type.decimal(
                        Math.min(Type.MAX_PRECISION, value.type().precision() + 12),
                        value.type().scale())
                : Type.INTEGER;
        String sum = Sql.cast("coalesce(sum(" + value.sql() + ")" + filter + ", 0)", type);
        return Combined.of("CASE WHEN " + complete + " THEN " + sum + " END", type, value);
    }

    private static Typed truth(Expression.Call call, Typed value, String complete, String filter) {
        boolean or = call.function().equals("bool_or");
        String found = call.function() + "(" + value.sql() + ")" + filter;
        String decided = or ? found : "NOT " + found;
        return Combined.of(
                "CASE WHEN " + decided + " THEN " + or + " WHEN " + complete + " THEN " + !or + " END",
                Type.BOOLEAN,
                value);
    }

    /** The value beside the greatest or least order; of several the greatest or least value, so that runs agree. */
    private static Typed chosen(Expression.Call call, Typed value, Typed by, String filter) {
        String function = call.function().equals("max_by") ? "arg_max" : "arg_min";
        String known = value.sql() + " IS NOT NULL AND " + by.sql() + " IS NOT NULL";
        String both = filter.isEmpty()
                ? " FILTER (WHERE " + known + ")"
                : filter.substring(0, filter.length() - 1) + " AND " + known + ")";
        String order = "row(" + by.sql() + ", " + value.sql() + ")";
        return Combined.of(function + "(" + value.sql() + ", " + order + ")" + both, value.type(), value, by);
    }

    private Typed wrong(Expression.Call call) {
        return checker.failed(
                call.at(),
                "expression.arguments",
                call.function(),
                "",
                "count(*), count(x), count(distinct x), sum(number), min(x), max(x), same(x), texts(text), "
                        + "bool_or(condition), bool_and(condition), max_by(x, order), min_by(x, order)");
    }
}
