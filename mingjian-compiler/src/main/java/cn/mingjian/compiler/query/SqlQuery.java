package cn.mingjian.compiler.query;

import cn.mingjian.compiler.expression.FunctionCatalogue;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.parser.impl.SqlParserImpl;
import org.apache.calcite.sql.validate.SqlConformanceEnum;

/**
 * A query that a model's author wrote. It is parsed, walked by a whitelist, validated against the relations of the model
 * and printed anew; no character of it reaches an engine as written.
 */
public final class SqlQuery {

    static {
        // Read once by the parser's library when it is loaded; without it Chinese text literals are refused.
        if (System.getProperty("calcite.default.charset") == null) {
            System.setProperty("calcite.default.charset", "UTF-8");
        }
    }

    private static final int MOST_CHARACTERS = 20_000;
    private static final int MOST_DEPTH = 40;
    private static final int MOST_WORDS = 3_000;
    private static final Pattern WORD = Pattern.compile("\\w+|[^\\s\\w]");
    private static final Pattern PARAMETER = Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|:([A-Za-z_][A-Za-z_0-9]*)");
    private static final SqlParser.Config PARSER = SqlParser.config()
            .withParserFactory(SqlParserImpl.FACTORY)
            .withQuoting(Quoting.DOUBLE_QUOTE)
            .withUnquotedCasing(Casing.UNCHANGED)
            .withQuotedCasing(Casing.UNCHANGED)
            .withCaseSensitive(false)
            .withConformance(SqlConformanceEnum.DEFAULT);

    private final YamlScalar text;
    private final Problems problems;
    private final Map<String, Typed> parameters;
    private final Map<Integer, Typed> given = new LinkedHashMap<>();

    private SqlQuery(YamlScalar text, Map<String, Typed> parameters, Problems problems) {
        this.text = text;
        this.parameters = parameters;
        this.problems = problems;
    }

    /**
     * What a checked query gives.
     *
     * @param sql prints the query, with a relation printed as the function says
     * @param fields its columns; origins of a column are exact in a query of one level, else all columns that it reads
     * @param reads the relations that it reads, by alias
     * @param columns every column that it reads
     */
    public record Checked(
            Function<Function<Relation, String>, String> sql,
            List<Field> fields,
            Map<String, Relation> reads,
            List<Typed> columns) {}

    /**
     * Checks a query; mistakes are noted with their places.
     *
     * @param relations resolves the name of a relation, noting an unknown one
     */
    public static Optional<Checked> check(
            YamlScalar text,
            Function<YamlScalar, Relation> relations,
            Map<String, Typed> parameters,
            FunctionCatalogue functions,
            Problems problems) {
        return new SqlQuery(text, parameters, problems).check(relations, functions);
    }

    private Optional<Checked> check(Function<YamlScalar, Relation> relations, FunctionCatalogue functions) {
        if (!bounded()) {
            problems.error(text.placeOf(0), "query.too-long", MOST_CHARACTERS, MOST_WORDS);
            return Optional.empty();
        }
        Optional<SqlNode> parsed = parse();
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        QueryWalk walk = new QueryWalk(functions.domainNames(), this::note);
        walk.query(parsed.get());
        Map<String, Relation> reads = new LinkedHashMap<>();
        walk.tables().forEach((alias, table) -> reads.put(alias, relations.apply(name(table))));
        if (walk.refused()
                || reads.values().stream().anyMatch(read -> read.fields().isEmpty())) {
            return Optional.empty();
        }
        QueryValidation validation = new QueryValidation(functions, reads, walk, given);
        try {
            return Optional.of(validation.check(parsed.get()));
        } catch (CalciteContextException e) {
            Throwable cause = e.getCause();
            String words = String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
            problems.error(place(e.getPosLine(), e.getPosColumn()), "query.invalid", words);
        } catch (QueryValidation.Refused e) {
            note(e.position(), e.code(), e.arguments());
        }
        return Optional.empty();
    }

    private void note(SqlParserPos at, String code, Object... arguments) {
        problems.error(place(at), code, arguments);
    }

    /** Depth and length are bounded before the parser sees the text, which goes down a level for each. */
    private boolean bounded() {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.text().length(); i++) {
            char c = text.text().charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return text.text().length() <= MOST_CHARACTERS
                && deepest <= MOST_DEPTH
                && WORD.matcher(text.text()).results().limit(MOST_WORDS + 1L).count() <= MOST_WORDS;
    }

    private Optional<SqlNode> parse() {
        StringBuilder plain = new StringBuilder();
        Matcher found = PARAMETER.matcher(text.text());
        int from = 0;
        while (found.find()) {
            if (found.group(1) != null) {
                plain.append(text.text(), from, found.start());
                plain.append('?').append(" ".repeat(found.end() - found.start() - 1));
                from = found.end();
                Typed value = parameters.get(found.group(1));
                if (value == null) {
                    problems.error(
                            text.placeOf(found.start()),
                            "expression.unknown-parameter",
                            found.group(1),
                            cn.mingjian.model.problem.Nearest.advice(found.group(1), parameters.keySet()));
                    return Optional.empty();
                }
                given.put(given.size(), value);
            }
        }
        plain.append(text.text().substring(from));
        try {
            return Optional.of(SqlParser.create(plain.toString(), PARSER).parseQuery());
        } catch (SqlParseException e) {
            String words = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            problems.error(
                    place(e.getPos()), "query.syntax", words.replaceFirst("( at line \\d+, column \\d+.*|\\.)$", ""));
            return Optional.empty();
        }
    }

    /** A typed value as a node of the tree. */
    static SqlNode literal(Typed value) throws SqlParseException {
        return SqlParser.create(value.sql(), PARSER).parseExpression();
    }

    private YamlScalar name(SqlIdentifier table) {
        return YamlScalar.at(String.join(".", table.names), place(table.getParserPosition()));
    }

    private Place place(SqlParserPos position) {
        return place(position.getLineNum(), position.getColumnNum());
    }

    private Place place(int line, int column) {
        String[] lines = text.text().split("\n", -1);
        int offset = 0;
        for (int i = 0; i < Math.min(line, lines.length) - 1; i++) {
            offset += lines[i].length() + 1;
        }
        return text.placeOf(Math.max(0, Math.min(text.text().length(), offset + column - 1)));
    }

    /** The type of a field as the validator sees it, for messages. */
    static String word(Type type) {
        return type.form().name().toLowerCase(Locale.ROOT);
    }
}
