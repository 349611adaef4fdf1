package cn.mingjian.compiler.step;

import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Pick.Ordering;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a pick. Each row that takes part is {@code _sure} (its place is known), {@code _maybe} (whether it takes part is
 * unknown) or {@code _loose} (a value of the order is unknown). Counts over the rows before it, its equals and those that
 * could come before it give the least and the greatest place that it can have.
 */
record PickWriter(
        Relation left,
        List<String> by,
        List<Ordering> order,
        String where,
        String first,
        List<String> read,
        Over over) {

    /** What stands behind FROM: the rows of the main relation with the counts. */
    String from(StepContext context) {
        String open = order.isEmpty()
                ? "false"
                : order.stream().map(one -> one.value().sql() + " IS NULL").collect(Collectors.joining(" OR "));
        String rows = "SELECT l.*, " + StepFields.anyNull(by) + " AS _nokey, " + where + " AS _where, (" + open
                + ") AS _open, " + first + " AS _n FROM " + left.sqlName() + " l";
        String marked = "SELECT l.*, NOT _nokey AND NOT _open AND coalesce(_where, false) AS _sure, "
                + "NOT _nokey AND NOT _open AND _where IS NULL AS _maybe, "
                + "NOT _nokey AND _open AND coalesce(_where, true) AS _loose FROM (" + rows + ") l";
        return "(SELECT l.*, _through - _peers AS _before, CASE WHEN _agree THEN _turn ELSE 1 END AS _least, "
                + "CASE WHEN _agree THEN _turn ELSE _peers END AS _most, _loosely + _may AS _open_rows FROM ("
                + counted(marked, context) + ") l) l";
    }

    private String counted(String marked, StepContext context) {
        List<String> group = new ArrayList<>();
        by.forEach(field -> group.add(Sql.field("l", field)));
        if (context.cased()) {
            group.add("l." + StepContext.CASE);
        }
        List<String> equals = new ArrayList<>(group);
        order.forEach(one -> equals.add(one.value().sql()));
        String values = order.stream().map(Ordering::sql).collect(Collectors.joining(", "));
        List<String> taking = new ArrayList<>(equals);
        taking.add("_sure");
        String through = values.isEmpty() ? "" : " ORDER BY " + values;
        String all = left.fields().values().stream()
                .filter(field -> field.value().available())
                .map(field -> Sql.field("l", field.name()))
                .collect(Collectors.joining(", "));
        String agree = read.isEmpty()
                ? "true"
                : "min(" + row() + ") OVER alike IS NOT DISTINCT FROM max(" + row() + ") OVER alike";
        return "SELECT l.*, count(*) FILTER (WHERE _sure) OVER so_far AS _through, "
                + "count(*) FILTER (WHERE _maybe) OVER so_far AS _may, "
                + "count(*) FILTER (WHERE _sure) OVER equals AS _peers, "
                + "count(*) FILTER (WHERE _loose) OVER everyone AS _loosely, "
                + "count(*) FILTER (WHERE _sure OR _maybe OR _loose) OVER everyone AS _all, " + agree + " AS _agree, "
                + "row_number() OVER (" + partition(taking) + (all.isEmpty() ? "" : " ORDER BY " + all)
                + ") AS _turn FROM (" + marked + ") l WINDOW everyone AS (" + partition(group) + "), so_far AS ("
                + partition(group) + through + "), equals AS (" + partition(equals) + "), alike AS ("
                + partition(taking) + ")";
    }

    private static String partition(List<String> by) {
        return by.isEmpty() ? "" : "PARTITION BY " + String.join(", ", by);
    }

    private String row() {
        return "row(" + StepFields.list("l", read) + ")";
    }

    String outcome() {
        return "CASE WHEN l._nokey THEN NULL WHEN NOT (l._sure OR l._maybe OR l._loose) THEN false"
                + " WHEN l._n IS NULL THEN NULL WHEN l._sure AND l._before + l._least > l._n THEN false"
                + " WHEN l._maybe AND l._before >= l._n THEN false WHEN " + over.pending() + " OR " + over.unknown()
                + " THEN NULL WHEN l._sure AND l._before + l._most + l._open_rows <= l._n THEN true"
                + " WHEN l._loose AND l._where AND l._all <= l._n THEN true END";
    }

    String why() {
        return "CASE WHEN l._nokey THEN 'key' WHEN l._n IS NULL OR l._where IS NULL THEN 'condition' WHEN "
                + over.pending() + " THEN 'pending' WHEN " + over.unknown() + " THEN 'reach' WHEN l._loose THEN 'tie'"
                + " WHEN l._open_rows > 0 THEN 'condition' ELSE 'tie' END";
    }
}
