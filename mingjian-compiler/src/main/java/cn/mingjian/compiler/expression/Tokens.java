package cn.mingjian.compiler.expression;

import cn.mingjian.compiler.expression.Token.Sort;
import java.util.ArrayList;
import java.util.List;

/** Cuts expression text into tokens. */
final class Tokens {

    private static final int MAX_TOKENS = 2_000;
    private static final String SIGNS = "()+-*/,.=<>";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) throws ExpressionException {
        return new Tokens(text).all();
    }

    private List<Token> all() throws ExpressionException {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                tokens.add(next());
                if (tokens.size() > MAX_TOKENS) {
                    throw new ExpressionException(0, "expression.too-long", MAX_TOKENS);
                }
            }
        }
        tokens.add(new Token(Sort.END, "", text.length()));
        return tokens;
    }

    private Token next() throws ExpressionException {
        int start = at;
        char first = text.charAt(at);
        if (isNameStart(first)) {
            return new Token(Sort.NAME, name(), start);
        }
        if (first == ':') {
            at++;
            if (at >= text.length() || !isNameStart(text.charAt(at))) {
                throw new ExpressionException(start, "expression.parameter-name");
            }
            return new Token(Sort.PARAMETER, name(), start);
        }
        if (first == '\'') {
            return quoted(start);
        }
        if (first >= '0' && first <= '9') {
            return number(start);
        }
        if (SIGNS.indexOf(first) >= 0) {
            return sign(start);
        }
        throw new ExpressionException(
                start, "expression.character", new String(Character.toChars(text.codePointAt(at))));
    }

    private String name() {
        int start = at;
        while (at < text.length() && (isNameStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
            at++;
        }
        return text.substring(start, at);
    }

    private Token quoted(int start) throws ExpressionException {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '\'') {
                value.append(c);
            } else if (at < text.length() && text.charAt(at) == '\'') {
                value.append(c);
                at++;
            } else {
                return new Token(Sort.TEXT, value.toString(), start);
            }
        }
        throw new ExpressionException(start, "expression.open-quote");
    }

    private Token number(int start) throws ExpressionException {
        Sort sort = Sort.INTEGER;
        digits();
        if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            sort = Sort.DECIMAL;
            at++;
            digits();
        }
        if (at - start > 30 || at < text.length() && isNameStart(text.charAt(at))) {
            throw new ExpressionException(start, "expression.number");
        }
        return new Token(sort, text.substring(start, at), start);
    }

    private void digits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private Token sign(int start) {
        at++;
        boolean pair = at < text.length()
                && (text.startsWith("<>", start) || text.startsWith("<=", start) || text.startsWith(">=", start));
        if (pair) {
            at++;
        }
        return new Token(Sort.SIGN, text.substring(start, at), start);
    }

    private static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
