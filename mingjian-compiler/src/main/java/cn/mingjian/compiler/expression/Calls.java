package cn.mingjian.compiler.expression;

import cn.mingjian.compiler.expression.Scope.Visible;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Type.Form;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.model.problem.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Calls of functions: the language's own, aggregates, and the domain functions of the catalogue. */
final class Calls {

    /** Functions that are part of the language because their arguments are of no fixed kind. */
    static final List<String> OWN = List.of(
            "abs",
            "coalesce",
            "count_true",
            "divide",
            "greatest",
            "has",
            "has_any",
            "least",
            "length",
            "lower",
            "round",
            "starts_with",
            "substring",
            "upper");

    /** Says of an age only to which broad band it belongs, so that a protected person can be spoken of. */
    private static final String AGE_BAND = "age_band";

    private final ExpressionChecker checker;
    private final Scope scope;

    Calls(ExpressionChecker checker, Scope scope) {
        this.checker = checker;
        this.scope = scope;
    }

    Typed check(Expression.Call call) {
        if (Aggregates.NAMES.contains(call.function())) {
            return new Aggregates(checker, scope).check(call);
        }
        if (call.distinct() || call.star()) {
            return checker.failed(call.at(), "expression.distinct-here");
        }
        if (call.function().equals("has")) {
            return has(call);
        }
        List<Typed> arguments = call.arguments().stream().map(checker::check).toList();
        FunctionCatalogue functions = scope.surroundings().functions();
        if (!functions.names().contains(call.function())) {
            return checker.failed(
                    call.at(),
                    "expression.unknown-function",
                    call.function(),
                    Nearest.advice(call.function(), functions.names()));
        }
        if (arguments.stream().anyMatch(argument -> argument.type().form() == Form.ERROR)) {
            return Typed.ERROR;
        }
        return switch (call.function()) {
            case "coalesce", "greatest", "least" -> alike(call, arguments);
            case "count_true" -> countTrue(call, arguments);
            case "has_any" -> hasAny(call, arguments);
            case "round" -> round(call, arguments);
            case "divide" -> divide(call, arguments);
            case "abs" ->
                arguments.size() == 1 && arguments.get(0).type().isNumber()
                        ? plain(call, arguments.get(0).type(), arguments)
                        : wrong(call, arguments, "abs(number)");
            case "length" -> text(call, arguments, Type.INTEGER, 1);
            case "lower", "upper" -> text(call, arguments, Type.TEXT, 1);
            case "starts_with" -> text(call, arguments, Type.BOOLEAN, 2);
            case "substring" -> substring(call, arguments);
            default -> domain(call, arguments);
        };
    }

    private Typed domain(Expression.Call call, List<Typed> arguments) {
        FunctionCatalogue functions = scope.surroundings().functions();
        return functions
                .find(call.function(), arguments.stream().map(Typed::type).toList())
                .map(function -> Combined.of(
                        functions.sql(
                                function, arguments.stream().map(Typed::sql).toList()),
                        Type.of(function.result()),
                        arguments.toArray(Typed[]::new)))
                .map(value -> call.function().equals(AGE_BAND) ? Combined.coarsened(value) : value)
                .orElseGet(() -> wrong(call, arguments, functions.signatures(call.function())));
    }

    private Typed wrong(Expression.Call call, List<Typed> arguments, String takes) {
        String given =
                arguments.stream().map(argument -> argument.type().word()).collect(Collectors.joining(", "));
        return checker.failed(call.at(), "expression.arguments", call.function(), given, takes);
    }

    private Typed plain(Expression.Call call, Type type, List<Typed> arguments) {
        String sql = arguments.stream().map(Typed::sql).collect(Collectors.joining(", "));
        return Combined.of(call.function() + "(" + sql + ")", type, arguments.toArray(Typed[]::new));
    }

    private Typed text(Expression.Call call, List<Typed> arguments, Type result, int count) {
        boolean fits = arguments.size() == count
                && arguments.stream()
                        .allMatch(argument -> argument.type().form() == Form.TEXT
                                || argument.type().form() == Form.NULL);
        return fits ? plain(call, result, arguments) : wrong(call, arguments, call.function() + "(text)");
    }

    private Typed substring(Expression.Call call, List<Typed> arguments) {
        boolean fits = arguments.size() == 3
                && arguments.get(0).type().form() == Form.TEXT
                && arguments.get(1).type().form() == Form.INTEGER
                && arguments.get(2).type().form() == Form.INTEGER;
        return fits ? plain(call, Type.TEXT, arguments) : wrong(call, arguments, "substring(text, from, length)");
    }

    private Typed alike(Expression.Call call, List<Typed> arguments) {
        if (arguments.size() < 2) {
            return wrong(call, arguments, call.function() + "(a, b, ...)");
        }
        Comparison comparison = new Comparison(checker);
        Typed first = arguments.stream()
                .filter(argument -> !argument.type().isOpen())
                .findFirst()
                .orElse(arguments.get(0));
        List<Typed> values = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            values.add(comparison.alike(arguments.get(i), call.arguments().get(i), first, call.at()));
        }
        Type type = Arithmetic.common(checker, call.at(), values);
        String sql = values.stream().map(value -> Arithmetic.as(value, type)).collect(Collectors.joining(", "));
        if (call.function().equals("coalesce")) {
            return Combined.of("coalesce(" + sql + ")", type, values.toArray(Typed[]::new));
        }
        String nulls = values.stream().map(value -> value.sql() + " IS NULL").collect(Collectors.joining(" OR "));
        return Combined.of(
                "CASE WHEN " + nulls + " THEN NULL ELSE " + call.function() + "(" + sql + ") END",
                type,
                values.toArray(Typed[]::new));
    }

    /** How many of the conditions are true; an unknown one is not counted. */
    private Typed countTrue(Expression.Call call, List<Typed> arguments) {
        boolean fits = !arguments.isEmpty()
                && arguments.stream()
                        .allMatch(argument -> argument.type().form() == Form.BOOLEAN
                                || argument.type().form() == Form.NULL);
        if (!fits) {
            return wrong(call, arguments, "count_true(condition, ...)");
        }
        String sql = arguments.stream()
                .map(argument -> "CASE WHEN " + argument.sql() + " THEN 1 ELSE 0 END")
                .collect(Collectors.joining(" + "));
        return Combined.of(Sql.cast("(" + sql + ")", Type.INTEGER), Type.INTEGER, arguments.toArray(Typed[]::new));
    }

    private Typed hasAny(Expression.Call call, List<Typed> arguments) {
        boolean fits = arguments.size() > 1
                && arguments.get(0).type().form() == Form.TEXT_LIST
                && arguments.stream()
                        .skip(1)
                        .allMatch(argument -> argument.type().form() == Form.TEXT);
        if (!fits) {
            return wrong(call, arguments, "has_any(codes, 'code', ...)");
        }
        String options = arguments.stream().skip(1).map(Typed::sql).collect(Collectors.joining(", "));
        return Combined.of(
                "list_has_any(" + arguments.get(0).sql() + ", [" + options + "])",
                Type.BOOLEAN,
                arguments.toArray(Typed[]::new));
    }

    private Typed round(Expression.Call call, List<Typed> arguments) {
        Optional<Integer> scale = constant(call, 1);
        boolean fits = arguments.size() == 2
                && scale.isPresent()
                && arguments.get(0).type().isNumber();
        if (!fits) {
            return wrong(call, arguments, "round(number, digits)");
        }
        Typed number = arguments.get(0);
        int before = Math.min(Type.MAX_PRECISION - scale.get(), number.type().digitsBefore() + 1);
        Type type = Type.decimal(before + scale.get(), scale.get());
        return Combined.of(Sql.cast("round(" + number.sql() + ", " + scale.get() + ")", type), type, number);
    }

    /** Exact division, half up, by a domain function: DuckDB divides decimals as DOUBLE. */
    private Typed divide(Expression.Call call, List<Typed> arguments) {
        Optional<Integer> scale = constant(call, 2);
        boolean fits = arguments.size() == 3
                && scale.isPresent()
                && arguments.get(0).type().isNumber()
                && arguments.get(1).type().isNumber();
        if (!fits) {
            return wrong(call, arguments, "divide(number, number, digits)");
        }
        Typed left = arguments.get(0);
        Typed right = arguments.get(1);
        int before = left.type().digitsBefore() + right.type().scale();
        Type type = Type.decimal(Math.min(Type.MAX_PRECISION, before + scale.get()), scale.get());
        return Combined.of(Division.sql(left, right, type), type, left, right);
    }

    private Optional<Integer> constant(Expression.Call call, int index) {
        return index < call.arguments().size()
                        && call.arguments().get(index) instanceof Expression.Literal literal
                        && literal.form() == Expression.Literal.Form.INTEGER
                        && literal.text().length() < 2
                ? Optional.of(Integer.parseInt(literal.text()))
                : Optional.empty();
    }

    private Typed has(Expression.Call call) {
        if (call.arguments().size() != 1 || !(call.arguments().get(0) instanceof Expression.Name name)) {
            return checker.failed(call.at(), "expression.has");
        }
        String input = name.relation().orElse(name.name());
        Optional<Relation> relation =
                Optional.ofNullable(scope.surroundings().inputs().get(input));
        if (relation.isEmpty() && name.relation().isEmpty()) {
            Optional<Field> field = scope.having(name.name()).stream()
                    .findFirst()
                    .map(Visible::relation)
                    .flatMap(found -> found.field(name.name()));
            return field.map(found -> Typed.truth(found.value().available()))
                    .orElseGet(() -> checker.failed(call.at(), "expression.has"));
        }
        if (relation.isEmpty()) {
            return checker.failed(call.at(), "expression.has");
        }
        if (name.relation().isEmpty()) {
            return Typed.truth(relation.get().available());
        }
        return relation.get()
                .field(name.name())
                .map(field ->
                        Typed.truth(relation.get().available() && field.value().available()))
                .orElseGet(() -> checker.failed(
                        name.at(),
                        "expression.unknown-column",
                        name.name(),
                        Nearest.advice(name.name(), relation.get().fields().keySet())));
    }
}
