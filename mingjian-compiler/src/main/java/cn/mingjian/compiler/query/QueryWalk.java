package cn.mingjian.compiler.query;

import cn.mingjian.model.problem.Nearest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/**
 * Walks a parsed query. What is not on the list is refused, with its place: so no statement, setting, file, catalogue or
 * function passes because nobody thought of it. Also refused is what would conclude from absence (outer joins, EXCEPT, NOT
 * over a sub-query, scalar sub-queries), because that needs {@code absent} with {@code over}, and what depends on an order
 * with ties (ORDER BY, FETCH), because that needs {@code pick}.
 */
final class QueryWalk {

    private static final int MOST_NODES = 4_000;
    private static final int MOST_DEPTH = 100;

    private static final Set<SqlKind> OPERATORS = EnumSet.of(
            SqlKind.AND,
            SqlKind.OR,
            SqlKind.NOT,
            SqlKind.EQUALS,
            SqlKind.NOT_EQUALS,
            SqlKind.LESS_THAN,
            SqlKind.LESS_THAN_OR_EQUAL,
            SqlKind.GREATER_THAN,
            SqlKind.GREATER_THAN_OR_EQUAL,
            SqlKind.IS_NULL,
            SqlKind.IS_NOT_NULL,
            SqlKind.IN,
            SqlKind.NOT_IN,
            SqlKind.BETWEEN,
            SqlKind.LIKE,
            SqlKind.PLUS,
            SqlKind.MINUS,
            SqlKind.MINUS_PREFIX,
            SqlKind.PLUS_PREFIX,
            SqlKind.TIMES,
            SqlKind.CASE,
            SqlKind.CAST,
            SqlKind.EXISTS,
            SqlKind.OVER,
            SqlKind.FILTER,
            SqlKind.DESCENDING,
            SqlKind.NULLS_FIRST,
            SqlKind.NULLS_LAST,
            SqlKind.WINDOW,
            SqlKind.AS,
            SqlKind.UNION,
            SqlKind.INTERSECT,
            SqlKind.ROW,
            SqlKind.OTHER);

    private static final Set<String> TYPES =
            Set.of("VARCHAR", "CHAR", "BIGINT", "INTEGER", "DECIMAL", "DATE", "TIMESTAMP", "BOOLEAN");

    /** Takes up a mistake. */
    interface Notes {

        void error(SqlParserPos at, String code, Object... arguments);
    }

    private final Set<String> functions;
    private final Notes notes;
    private final Map<String, SqlIdentifier> tables = new HashMap<>();
    private final List<SqlIdentifier> columns = new ArrayList<>();
    private final Set<String> withNames = new HashSet<>();
    private final Set<String> aliases = new HashSet<>();
    private int nodes;
    private int depth;
    private int denied;
    private boolean nested;
    private boolean refused;

    /** @param functions names of domain functions, in lower case */
    QueryWalk(Set<String> functions, Notes notes) {
        this.functions = functions;
        this.notes = notes;
    }

    void query(SqlNode node) {
        if (node instanceof SqlWith with) {
            nested = true;
            for (SqlNode item : with.withList) {
                SqlWithItem one = (SqlWithItem) item;
                withNames.add(plainName(one.name));
                if (one.columnList != null || one.recursive.booleanValue()) {
                    refuse(one, "query.refused", "WITH RECURSIVE");
                }
                query(one.query);
            }
            query(with.body);
        } else if (node instanceof SqlSelect select) {
            select(select);
        } else if (node.getKind() == SqlKind.UNION || node.getKind() == SqlKind.INTERSECT) {
            nested = true;
            ((SqlCall) node).getOperandList().forEach(this::query);
        } else {
            refuse(node, "query.refused", node.getKind().toString());
        }
    }

    private void select(SqlSelect select) {
        for (SqlNode item : select.getSelectList()) {
            if (item instanceof SqlIdentifier star && star.isStar()) {
                refuse(item, "query.star");
            } else {
                expression(item);
            }
        }
        SqlNode from = select.getFrom();
        if (from == null) {
            refuse(select, "query.no-from");
        } else {
            from(from);
        }
        expression(select.getWhere());
        expression(select.getGroup());
        expression(select.getHaving());
        expression(select.getWindowList());
        expression(select.getQualify());
        if (select.hasHints()) {
            refuse(select, "query.refused", "hint");
        }
    }

    private void from(SqlNode node) {
        if (node instanceof SqlJoin join) {
            Set<String> before = aliasesIn(join.getLeft());
            Set<String> joined = aliasesIn(join.getRight());
            switch (join.getJoinType()) {
                case INNER -> {
                    if (join.isNatural() || join.getCondition() == null) {
                        refuse(node, "query.comma-join");
                    }
                    on(join.getCondition(), before, joined);
                }
                case LEFT, RIGHT, FULL ->
                    refuse(node, "query.absence", join.getJoinType().toString());
                default -> refuse(node, "query.comma-join");
            }
        } else if (node.getKind() == SqlKind.AS) {
            SqlCall as = (SqlCall) node;
            String alias = plainName(as.operand(1));
            if (!aliases.add(alias) || as.operandCount() > 2) {
                refuse(as.operand(1), "query.alias-twice", alias);
            }
            if (as.operand(0) instanceof SqlIdentifier table) {
                table(alias, table);
            } else {
                nested = true;
                query(as.operand(0));
            }
        } else {
            refuse(node, "query.alias");
        }
    }

    /** The aliases that a part of FROM brings in. */
    private Set<String> aliasesIn(SqlNode node) {
        Set<String> earlier = new HashSet<>(aliases);
        from(node);
        Set<String> own = new HashSet<>(aliases);
        own.removeAll(earlier);
        return own;
    }

    /** The condition of a join reads both sides: one that does not would let every row meet every other. */
    private void on(@Nullable SqlNode condition, Set<String> before, Set<String> joined) {
        int earlier = columns.size();
        expression(condition);
        Set<String> read = new HashSet<>();
        columns.subList(earlier, columns.size())
                .forEach(column -> read.add(column.names.get(0).toLowerCase(Locale.ROOT)));
        boolean named = condition != null && !before.isEmpty() && !joined.isEmpty();
        if (named && (Collections.disjoint(read, before) || Collections.disjoint(read, joined))) {
            refuse(condition, "query.cross-join");
        }
    }

    /** A name made up in the query: nothing that could be taken for a name that the compiler makes up. */
    private String plainName(SqlIdentifier name) {
        if (!name.isSimple() || !name.getSimple().matches("[A-Za-z][A-Za-z0-9_]*")) {
            refuse(name, "query.column-name", name.toString());
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }

    private void table(String alias, SqlIdentifier table) {
        boolean own = table.isSimple() && withNames.contains(table.getSimple().toLowerCase(Locale.ROOT));
        if (!own) {
            tables.put(alias, table);
        }
    }

    private void expression(@Nullable SqlNode node) {
        nodes++;
        if (node == null || nodes > MOST_NODES || depth > MOST_DEPTH) {
            if (node != null && (nodes == MOST_NODES + 1 || depth > MOST_DEPTH)) {
                refuse(node, "query.too-deep", Integer.toString(MOST_NODES), Integer.toString(MOST_DEPTH));
            }
            return;
        }
        depth++;
        inner(node);
        depth--;
    }

    private void inner(SqlNode node) {
        if (node instanceof SqlNodeList list) {
            list.forEach(this::expression);
        } else if (node instanceof SqlIdentifier identifier) {
            identifier(identifier);
        } else if (node instanceof SqlDataTypeSpec type) {
            type(type);
        } else if (node instanceof SqlSelect || node instanceof SqlWith) {
            refuse(node, "query.absence", "SELECT");
        } else if (node instanceof SqlWindow window) {
            window(window);
        } else if (node instanceof SqlCall call) {
            call(call);
        } else if (!(node instanceof SqlLiteral)
                && !(node instanceof SqlDynamicParam)
                && !(node instanceof SqlIntervalQualifier)) {
            throw new IllegalStateException("The parser has a kind of node that nobody has judged: " + node.getKind());
        }
    }

    private void window(SqlWindow window) {
        if (window.isRows()) {
            refuse(window, "query.order");
        }
        if (window.getDeclName() != null || window.getRefName() != null) {
            refuse(window, "query.refused", "WINDOW");
        }
        expression(window.getPartitionList());
        expression(window.getOrderList());
        for (SqlNode bound : new SqlNode[] {window.getLowerBound(), window.getUpperBound()}) {
            if (bound instanceof SqlCall call) {
                call.getOperandList().forEach(this::expression);
            }
        }
    }

    private void call(SqlCall call) {
        String name = call.getOperator().getName();
        boolean function = call.getOperator() instanceof org.apache.calcite.sql.SqlFunction;
        if (call.getKind() == SqlKind.DIVIDE || call.getKind() == SqlKind.MOD) {
            refuse(call, "expression.divide");
        } else if (function && call.getKind() != SqlKind.CAST) {
            if (!SqlFunctions.OWN.contains(name.toUpperCase(Locale.ROOT))
                    && !functions.contains(name.toLowerCase(Locale.ROOT))) {
                Set<String> known = new HashSet<>(functions);
                SqlFunctions.OWN.forEach(own -> known.add(own.toLowerCase(Locale.ROOT)));
                refuse(call, "expression.unknown-function", name, Nearest.advice(name.toLowerCase(Locale.ROOT), known));
            }
        } else if (!function
                && (!OPERATORS.contains(call.getKind()) || call.getKind() == SqlKind.OTHER && !name.equals("||"))) {
            refuse(call, "query.refused", name);
        }
        boolean asks = call.getKind() == SqlKind.EXISTS || call.getKind() == SqlKind.IN;
        boolean denies = call.getKind() == SqlKind.NOT || call.getKind() == SqlKind.NOT_IN;
        denied += denies ? 1 : 0;
        for (SqlNode operand : call.getOperandList()) {
            if (operand instanceof SqlSelect && denied > 0) {
                refuse(call, "query.absence", name);
            } else if (asks && operand instanceof SqlSelect inner) {
                nested = true;
                query(inner);
            } else if (call.getKind() == SqlKind.AS && operand == call.operand(1)) {
                continue;
            } else {
                expression(operand);
            }
        }
        denied -= denies ? 1 : 0;
    }

    private void identifier(SqlIdentifier identifier) {
        if (identifier.isStar()) {
            return;
        }
        if (identifier.names.size() != 2) {
            refuse(identifier, "query.unqualified", identifier.toString());
        } else {
            columns.add(identifier);
        }
    }

    private void type(SqlDataTypeSpec type) {
        String name = type.getTypeName().getSimple().toUpperCase(Locale.ROOT);
        if (!TYPES.contains(name) || !(type.getTypeNameSpec() instanceof SqlBasicTypeNameSpec)) {
            refuse(type, "query.type", name);
        }
    }

    private void refuse(@Nullable SqlNode node, String code, String... arguments) {
        if (node != null) {
            refused = true;
            notes.error(node.getParserPosition(), code, (Object[]) arguments);
        }
    }

    /** Whether anything was refused. */
    boolean refused() {
        return refused;
    }

    /** Alias to the relation that it names. */
    Map<String, SqlIdentifier> tables() {
        return tables;
    }

    /** All columns that the query reads, as written. */
    List<SqlIdentifier> columns() {
        return columns;
    }

    /** Whether any query stands inside another, so that columns pass through several. */
    boolean nested() {
        return nested;
    }
}
