package cn.mingjian.compiler.expression;

import cn.mingjian.compiler.expression.Expression.Literal;
import cn.mingjian.compiler.expression.Expression.Literal.Form;
import cn.mingjian.compiler.expression.Expression.When;
import cn.mingjian.compiler.expression.Token.Sort;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an expression. The language is the scalar part of SQL with named parameters ({@code :as_of}); no word is
 * reserved as a column name except the words of the language itself. Depth and length are bounded.
 */
public final class Parser {

    private static final int MAX_DEPTH = 60;
    private static final List<String> WORDS = List.of(
            "and",
            "or",
            "not",
            "is",
            "null",
            "in",
            "between",
            "like",
            "case",
            "when",
            "then",
            "else",
            "end",
            "true",
            "false",
            "distinct");
    private static final Map<String, Operator> INFIX = Map.ofEntries(
            Map.entry("or", Operator.OR),
            Map.entry("and", Operator.AND),
            Map.entry("=", Operator.EQUAL),
            Map.entry("<>", Operator.UNEQUAL),
            Map.entry("<", Operator.LESS),
            Map.entry("<=", Operator.AT_MOST),
            Map.entry(">", Operator.GREATER),
            Map.entry(">=", Operator.AT_LEAST),
            Map.entry("+", Operator.PLUS),
            Map.entry("-", Operator.MINUS),
            Map.entry("*", Operator.TIMES),
            Map.entry("/", Operator.DIVIDE));

    private final List<Token> tokens;
    private int next;
    private int depth;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The tree of a scalar's text; empty when it cannot be read, which is noted. */
    public static Optional<Expression> parse(YamlScalar scalar, Problems problems) {
        try {
            Parser parser = new Parser(Tokens.of(scalar.text()));
            Expression expression = parser.expression(0);
            if (parser.peek().sort() != Sort.END) {
                throw parser.unexpected();
            }
            return Optional.of(expression);
        } catch (ExpressionException e) {
            problems.error(scalar.placeOf(e.at()), e.code(), e.arguments());
            return Optional.empty();
        }
    }

    private Expression expression(int binding) throws ExpressionException {
        if (++depth > MAX_DEPTH) {
            throw new ExpressionException(peek().at(), "expression.too-deep", MAX_DEPTH);
        }
        Expression left = prefix();
        while (true) {
            Token token = peek();
            Operator operator = INFIX.get(token.text().toLowerCase(Locale.ROOT));
            if (operator != null && token.sort() != Sort.TEXT) {
                if (operator.binding() <= binding) {
                    break;
                }
                next++;
                left = new Expression.Binary(operator, left, expression(operator.binding()), token.at());
                if (operator.compares() && comparesNext()) {
                    throw unexpected();
                }
            } else if (Operator.EQUAL.binding() > binding && startsTest(token)) {
                left = test(left);
            } else {
                break;
            }
        }
        depth--;
        return left;
    }

    private boolean comparesNext() {
        Operator operator = INFIX.get(peek().text());
        return operator != null && operator.compares();
    }

    private Expression prefix() throws ExpressionException {
        Token token = take();
        return switch (token.sort()) {
            case TEXT -> new Literal(Form.TEXT, token.text(), token.at());
            case INTEGER -> new Literal(Form.INTEGER, token.text(), token.at());
            case DECIMAL -> new Literal(Form.DECIMAL, token.text(), token.at());
            case PARAMETER -> new Expression.Parameter(token.text(), token.at());
            case NAME -> named(token);
            case SIGN -> signed(token);
            case END -> throw new ExpressionException(token.at(), "expression.ends");
        };
    }

    private Expression signed(Token token) throws ExpressionException {
        if (token.is("(")) {
            Expression inner = expression(0);
            expect(")");
            return inner;
        }
        if (token.is("-")) {
            return new Expression.Unary(Operator.MINUS, expression(Operator.TIMES.binding()), token.at());
        }
        next--;
        throw unexpected();
    }

    private Expression named(Token token) throws ExpressionException {
        String word = token.text().toLowerCase(Locale.ROOT);
        switch (word) {
            case "not":
                return new Expression.Unary(Operator.NOT, expression(Operator.NOT.binding()), token.at());
            case "case":
                return caseOf(token);
            case "true", "false":
                return new Literal(Form.BOOLEAN, word, token.at());
            case "null":
                return new Literal(Form.NULL, word, token.at());
            default:
                break;
        }
        if (WORDS.contains(word)) {
            next--;
            throw unexpected();
        }
        if (peek().is("(")) {
            return call(token);
        }
        if (peek().is(".")) {
            next++;
            Token column = take();
            if (column.sort() != Sort.NAME) {
                next--;
                throw unexpected();
            }
            return new Expression.Name(Optional.of(token.text()), column.text(), column.at(), token.at());
        }
        return new Expression.Name(Optional.empty(), token.text(), token.at(), token.at());
    }

    private Expression call(Token function) throws ExpressionException {
        expect("(");
        List<Expression> arguments = new ArrayList<>();
        boolean star = accept("*");
        boolean distinct = !star && accept("distinct");
        if (!star && !peek().is(")")) {
            do {
                arguments.add(expression(0));
            } while (accept(","));
        }
        expect(")");
        return new Expression.Call(
                function.text().toLowerCase(Locale.ROOT), List.copyOf(arguments), distinct, star, function.at());
    }

    private Expression caseOf(Token token) throws ExpressionException {
        List<When> whens = new ArrayList<>();
        Optional<Expression> subject = peek().is("when") ? Optional.empty() : Optional.of(expression(0));
        while (accept("when")) {
            Token first = peek();
            Expression written = expression(0);
            Expression condition = subject.isEmpty()
                    ? written
                    : new Expression.Binary(Operator.EQUAL, subject.get(), written, first.at());
            expect("then");
            whens.add(new When(condition, expression(0)));
        }
        if (whens.isEmpty()) {
            throw unexpected();
        }
        Optional<Expression> otherwise = accept("else") ? Optional.of(expression(0)) : Optional.empty();
        expect("end");
        return new Expression.Case(List.copyOf(whens), otherwise, token.at());
    }

    private boolean startsTest(Token token) {
        return token.is("is") || token.is("in") || token.is("between") || token.is("like") || token.is("not");
    }

    private Expression test(Expression operand) throws ExpressionException {
        Token token = take();
        if (token.is("is")) {
            boolean negated = accept("not");
            expect("null");
            return new Expression.IsNull(operand, negated, token.at());
        }
        boolean negated = token.is("not");
        Token word = negated ? take() : token;
        if (word.is("in")) {
            return new Expression.In(operand, options(), negated, token.at());
        }
        if (word.is("between")) {
            Expression low = expression(Operator.EQUAL.binding());
            expect("and");
            return new Expression.Between(operand, low, expression(Operator.EQUAL.binding()), negated, token.at());
        }
        if (word.is("like")) {
            return new Expression.Like(operand, expression(Operator.EQUAL.binding()), negated, token.at());
        }
        next--;
        throw unexpected();
    }

    private List<Expression> options() throws ExpressionException {
        expect("(");
        List<Expression> options = new ArrayList<>();
        do {
            options.add(expression(0));
        } while (accept(","));
        expect(")");
        return List.copyOf(options);
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = tokens.get(next);
        if (token.sort() != Sort.END) {
            next++;
        }
        return token;
    }

    private boolean accept(String word) {
        if (peek().is(word)) {
            next++;
            return true;
        }
        return false;
    }

    private void expect(String word) throws ExpressionException {
        if (!accept(word)) {
            Token token = peek();
            throw token.sort() == Sort.END
                    ? new ExpressionException(token.at(), "expression.expected-end", word)
                    : new ExpressionException(token.at(), "expression.expected", word, token.text());
        }
    }

    private ExpressionException unexpected() {
        Token token = peek();
        return token.sort() == Sort.END
                ? new ExpressionException(token.at(), "expression.ends")
                : new ExpressionException(token.at(), "expression.unexpected", token.text());
    }
}
