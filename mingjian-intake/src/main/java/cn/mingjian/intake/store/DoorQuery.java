package cn.mingjian.intake.store;

import static cn.mingjian.duckdb.SqlText.identifier;
import static cn.mingjian.duckdb.SqlText.path;

import cn.mingjian.duckdb.SqlText;
import cn.mingjian.intake.store.BatchFeed.CleanColumn;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.dataset.DatasetVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the statements in which delivered rows pass the door. */
final class DoorQuery {

    private static final String BESIDE = "mj_beside";

    private final Map<String, Column> contract;
    private final List<CleanColumn> delivered;
    private final List<Admission> admissions;

    /** @param contract all columns of the contract by name */
    DoorQuery(Map<String, Column> contract, List<CleanColumn> delivered, List<Admission> admissions) {
        this.contract = contract;
        this.delivered = delivered;
        this.admissions = admissions;
    }

    /** Stores the kept columns of the admitted rows. */
    String copy(List<String> kept, Path part) {
        return "COPY (" + select(kept, admissions) + ") TO " + path(part) + " (FORMAT parquet, COMPRESSION snappy)";
    }

    /** Keeps, in memory, the rows of this delivery whose companions are looked for. */
    String gather(Admission.Companion companion) {
        Admission.Others others = companion.others();
        List<String> columns = read(companion);
        List<Admission> only = List.of(
                new Admission.Condition(others.input(), others.condition().orElse("true")));
        return "INSERT INTO " + table(companion) + " " + new DoorQuery(contract, delivered, only).select(columns, only);
    }

    /** The empty table for {@link #gather}, or the rows of an earlier version. */
    String others(Admission.Companion companion) {
        Admission.Others others = companion.others();
        Optional<DatasetVersion> version = others.version();
        if (version.isEmpty()) {
            return "CREATE TABLE IF NOT EXISTS " + table(companion) + " ("
                    + read(companion).stream()
                            .map(c -> identifier(c) + " " + stored(c).sqlType())
                            .collect(Collectors.joining(", "))
                    + ")";
        }
        String files = version.get().manifest().parts().stream()
                .map(part -> path(version.get().path(part.file())))
                .collect(Collectors.joining(", ", "[", "]"));
        String selected =
                otherColumns(companion).stream().map(SqlText::identifier).collect(Collectors.joining(", "));
        return "CREATE TABLE IF NOT EXISTS " + table(companion) + " AS SELECT " + selected + " FROM read_parquet("
                + files + ") AS "
                + identifier(others.input()) + " WHERE "
                + others.condition().orElse("true");
    }

    private List<String> read(Admission.Companion companion) {
        return contract.keySet().stream()
                .filter(name -> companion.text().contains(name))
                .toList();
    }

    private String select(List<String> columns, List<Admission> doors) {
        String from = "(" + typed() + ")";
        List<String> verdicts = new ArrayList<>();
        for (int i = 0; i < doors.size(); i++) {
            String verdict = identifier("mj admitted " + i);
            String input = identifier(doors.get(i).input());
            from = "(SELECT " + input + ".*, " + condition(doors.get(i)) + " AS " + verdict + " FROM " + from + " AS "
                    + input + companions(doors.get(i)) + ")";
            verdicts.add(verdict);
        }
        String admitted = verdicts.isEmpty() ? "true" : String.join(" OR ", verdicts);
        return "SELECT " + columns.stream().map(SqlText::identifier).collect(Collectors.joining(", "))
                + " FROM " + from + " AS \"mj rows\" WHERE " + Door.JUDGE + "(" + identifier(Door.ORDINAL) + ", "
                + admitted + ")";
    }

    /** All columns of the contract, typed; those that were not delivered are null. */
    private String typed() {
        Set<String> there = delivered.stream().map(CleanColumn::name).collect(Collectors.toSet());
        String columns = contract.keySet().stream()
                .map(name -> (there.contains(name)
                                ? stored(name).expression(name)
                                : "CAST(NULL AS " + stored(name).sqlType() + ")")
                        + " AS " + identifier(name))
                .collect(Collectors.joining(", "));
        return "SELECT " + columns + ", " + identifier(Door.ORDINAL) + " FROM " + Door.ROWS + "()";
    }

    private Stored stored(String column) {
        Column known = contract.get(column);
        if (known == null) {
            throw new IllegalArgumentException("The contract has no column " + column + ".");
        }
        return Stored.of(known.type());
    }

    private static String condition(Admission admission) {
        if (admission instanceof Admission.Condition condition) {
            return "(" + condition.sql() + ")";
        }
        Admission.Companion companion = (Admission.Companion) admission;
        String input = identifier(companion.input());
        String unknown = companion.on().stream()
                .map(pair -> input + "." + identifier(pair.column()) + " IS NULL")
                .collect(Collectors.joining(" OR "));
        String beside = companion
                .sql()
                .map(sql -> "len(list_filter(" + BESIDE + ".mj_rows, lambda "
                        + companion.others().input() + ": coalesce(" + sql + ", false))) > 0")
                .orElse(BESIDE + ".mj_rows IS NOT NULL");
        return "CASE WHEN " + unknown + " THEN NULL ELSE coalesce(" + beside + ", false) END";
    }

    /**
     * Joins to each row the list of those that could be its companions, one entry for each key: so the engine probes with
     * the delivered rows, keeps their order and holds back none of them.
     */
    private String companions(Admission admission) {
        if (!(admission instanceof Admission.Companion companion)) {
            return "";
        }
        String table = table(companion);
        String keys = companion.on().stream()
                .map(pair -> identifier(pair.other()))
                .distinct()
                .collect(Collectors.joining(", "));
        String fields = otherColumns(companion).stream()
                .map(column -> identifier(column) + " := " + identifier(column))
                .collect(Collectors.joining(", "));
        String equal = companion.on().stream()
                .map(pair -> identifier(companion.input()) + "." + identifier(pair.column()) + " = " + BESIDE + "."
                        + identifier(pair.other()))
                .collect(Collectors.joining(" AND "));
        return " LEFT JOIN (SELECT " + keys + ", list(struct_pack(" + fields + ")) AS mj_rows FROM " + table
                + " GROUP BY " + keys + ") AS " + BESIDE + " ON " + equal;
    }

    private List<String> otherColumns(Admission.Companion companion) {
        return companion
                .others()
                .version()
                .map(version -> version.manifest().columns().stream()
                        .filter(companion.text()::contains)
                        .toList())
                .orElseGet(() -> read(companion));
    }

    /** Several inputs may stand beside rows of one name: each has a table of its own. */
    private static String table(Admission.Companion companion) {
        return identifier("mj beside " + Integer.toHexString(companion.text().hashCode()));
    }
}
