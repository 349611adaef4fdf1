package cn.mingjian.engine;

import cn.mingjian.compiler.plan.Stage;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Step.Linking;
import cn.mingjian.compiler.step.StepContext;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.duckdb.TableWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Components over shared values. The engine numbers the nodes in their order and finds who shares a value; Java joins them
 * in one array of integers (four bytes a node), reading the pairs in pages, and writes the components back.
 */
final class ConnectStage {

    private static final int PAGE_NODES = 200_000;

    private final DuckSession session;
    private final Stage.InJava stage;
    private final Linking work;
    private final boolean cased;
    private final String nodes;
    private final String parts;

    ConnectStage(DuckSession session, Stage.InJava stage, Linking work, boolean cased) {
        this.session = session;
        this.stage = stage;
        this.work = work;
        this.cased = cased;
        this.nodes = Sql.name(stage.relation() + " nodes");
        this.parts = stage.relation() + " parts";
    }

    /** Fills the table of the stage's relation. */
    void run() {
        String distinct = "SELECT DISTINCT " + Sql.name(work.node()) + " AS node" + caseItem("") + " FROM " + input()
                + " WHERE " + Sql.name(work.node()) + " IS NOT NULL";
        session.execute("CREATE TEMP TABLE " + nodes + " AS SELECT row_number() OVER (ORDER BY " + caseFirst()
                + "node) - 1 AS _id, * FROM (" + distinct + ")");
        long count = session.one("SELECT count(*) AS n FROM " + nodes).count("n");
        Components components = new Components(Math.toIntExact(count));
        for (String column : work.by()) {
            session.stream(pairs(column), row -> components.join((int) row.count("first"), (int) row.count("other")));
        }
        write(components);
        session.execute("CREATE TEMP TABLE " + Sql.name(stage.relation()) + " AS SELECT " + columns() + " FROM "
                + input() + " i LEFT JOIN " + nodes + " n ON i." + Sql.name(work.node()) + " = n.node" + sameCase()
                + " LEFT JOIN " + Sql.name(parts) + " p ON p._id = n._id LEFT JOIN " + nodes
                + " c ON c._id = p._root");
        session.execute("DROP TABLE " + nodes);
        session.execute("DROP TABLE " + Sql.name(parts));
    }

    private String input() {
        return Sql.name(stage.input());
    }

    private String caseItem(String alias) {
        return cased ? ", " + alias + StepContext.CASE : "";
    }

    private String caseFirst() {
        return cased ? StepContext.CASE + ", " : "";
    }

    private String sameCase() {
        return cased ? " AND i." + StepContext.CASE + " = n." + StepContext.CASE : "";
    }

    /** Each node that shares a value beside the first that does. */
    private String pairs(String column) {
        String value = "i." + Sql.name(column);
        String shared = "SELECT DISTINCT n._id AS other, " + value + " AS value" + caseItem("n.") + " FROM " + input()
                + " i JOIN " + nodes + " n ON i." + Sql.name(work.node()) + " = n.node" + sameCase() + " WHERE " + value
                + " IS NOT NULL";
        String ranked = "SELECT other, min(other) OVER same AS first, count(*) OVER same AS nodes FROM (" + shared
                + ") WINDOW same AS (PARTITION BY value" + caseItem("") + ")";
        return "SELECT first, other FROM (" + ranked + ") WHERE first <> other AND nodes <= " + work.hub();
    }

    private void write(Components components) {
        session.execute("CREATE TEMP TABLE " + Sql.name(parts) + " (_id BIGINT, _root BIGINT, _size BIGINT)");
        int[] sizes = components.sizes();
        for (int from = 0; from < sizes.length; from += PAGE_NODES) {
            try (TableWriter writer = session.writer(parts)) {
                for (int node = from; node < Math.min(sizes.length, from + PAGE_NODES); node++) {
                    int root = components.root(node);
                    writer.value((long) node)
                            .value((long) root)
                            .value((long) sizes[root])
                            .endRow();
                }
            }
        }
    }

    private String columns() {
        List<String> columns = new ArrayList<>();
        for (String field : stage.fields()) {
            String value = field.equals(work.component())
                    ? "c.node"
                    : field.equals(work.size()) ? "p._size" : "i." + Sql.name(field);
            columns.add(value + " AS " + Sql.name(field));
        }
        return columns.stream().collect(Collectors.joining(", ")) + caseItem("i.");
    }

    /** Union-find over numbered nodes; the least node of a component is its root. */
    private static final class Components {

        private final int[] parents;

        Components(int nodes) {
            parents = new int[nodes];
            java.util.Arrays.setAll(parents, node -> node);
        }

        void join(int one, int other) {
            int first = root(one);
            int second = root(other);
            parents[Math.max(first, second)] = Math.min(first, second);
        }

        int root(int node) {
            int at = node;
            while (parents[at] != at) {
                parents[at] = parents[parents[at]];
                at = parents[at];
            }
            return at;
        }

        int[] sizes() {
            int[] sizes = new int[parents.length];
            for (int node = 0; node < parents.length; node++) {
                sizes[root(node)]++;
            }
            return sizes;
        }
    }
}
