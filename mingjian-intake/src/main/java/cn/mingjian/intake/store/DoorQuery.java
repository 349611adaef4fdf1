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

    /** Dictionaries pay for codes and the like; looking for one among numbers and names takes a fifth of the writing. */
    private static final String PART = " (FORMAT parquet, COMPRESSION snappy, DICTIONARY_SIZE_LIMIT 1000)";

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
        return "COPY (" + select(kept, admissions) + ") TO " + path(part) + PART;
    }

    /** Keeps, in memory, the rows of this delivery whose companions are looked for. */
    String gather(int index) {
        Admission.Companion companion = companion(index);
        Admission.Others others = companion.others();
        List<Admission> only = List.of(
                new Admission.Condition(others.input(), others.condition().orElse("true")));
        String rows = new DoorQuery(contract, delivered, only).select(read(companion), only);
        return "INSERT INTO " + table(index) + " " + rows;
    }

    /** Notes the rows that accompany one of those; the delivered rows stream past, in any order. */
    String note(int index) {
        Admission.Companion companion = companion(index);
        String input = identifier(companion.input());
        String other = identifier(companion.others().input());
        String equal = companion.on().stream()
                .map(pair -> input + "." + identifier(pair.column()) + " = " + other + "." + identifier(pair.other()))
                .collect(Collectors.joining(" AND "));
        String note =
                Door.NOTE + "(" + index + ", " + input + "." + identifier(Door.ORDINAL) + ", " + other + ".rowid)";
        return "SELECT count(*) AS n FROM (" + typed() + ") AS " + input + " JOIN " + table(index) + " AS " + other
                + " ON " + equal + " WHERE CASE WHEN (" + companion.sql().orElse("true") + ") THEN " + note
                + " ELSE false END";
    }

    /** The empty table for {@link #gather}, or the rows of an earlier version. */
    String others(int index) {
        Admission.Companion companion = companion(index);
        Admission.Others others = companion.others();
        Optional<DatasetVersion> version = others.version();
        if (version.isEmpty()) {
            return "CREATE TABLE " + table(index) + " ("
                    + read(companion).stream()
                            .map(c -> identifier(c) + " " + stored(c).sqlType())
                            .collect(Collectors.joining(", "))
                    + ")";
        }
        List<String> there = version.get().manifest().columns();
        String files = version.get().manifest().parts().stream()
                .map(part -> path(version.get().path(part.file())))
                .collect(Collectors.joining(", ", "[", "]"));
        String lacking = companion.on().stream()
                .map(Admission.Pair::other)
                .filter(column -> !there.contains(column))
                .map(column -> ", CAST(NULL AS VARCHAR) AS " + identifier(column))
                .collect(Collectors.joining());
        String selected = there.stream()
                .filter(column -> companion.text().contains(column))
                .map(SqlText::identifier)
                .collect(Collectors.joining(", "));
        return "CREATE TABLE " + table(index) + " AS SELECT " + (selected.isEmpty() ? "1" : selected) + lacking
                + " FROM read_parquet(" + files + ") AS " + identifier(others.input()) + " WHERE "
                + others.condition().orElse("true");
    }

    private Admission.Companion companion(int index) {
        return (Admission.Companion) admissions.get(index);
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
            from = "(SELECT *, " + condition(doors.get(i), i) + " AS " + verdict + " FROM " + from + " AS " + input
                    + ")";
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
        return "SELECT " + columns + ", row_number() OVER () - 1 AS " + identifier(Door.ORDINAL) + " FROM " + Door.ROWS
                + "()";
    }

    private Stored stored(String column) {
        Column known = contract.get(column);
        if (known == null) {
            throw new IllegalArgumentException("The contract has no column " + column + ".");
        }
        return Stored.of(known.type());
    }

    private static String condition(Admission admission, int index) {
        if (admission instanceof Admission.Condition condition) {
            return "(" + condition.sql() + ")";
        }
        Admission.Companion companion = (Admission.Companion) admission;
        String input = identifier(companion.input());
        String unknown = companion.on().stream()
                .map(pair -> input + "." + identifier(pair.column()) + " IS NULL")
                .collect(Collectors.joining(" OR "));
        return "CASE WHEN " + unknown + " THEN NULL ELSE " + Door.COMPANION + "(" + index + ", " + input + "."
                + identifier(Door.ORDINAL) + ") END";
    }

    private static String table(int index) {
        return identifier("mj beside " + index);
    }
}
