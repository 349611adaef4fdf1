package cn.mingjian.compiler.checked;

import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.model.contract.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An input as the engine sees it: the rows of a contract's data that the input admits.
 *
 * @param name relation name
 * @param admit SQL condition over the alias {@code l}, or empty when all rows are needed
 * @param beside whose companions are admitted, if the input is one of companions
 * @param admitReads columns that the admission reads; kept with the rows, because a run admits anew: one dataset version can
 *     hold the rows of several inputs and models
 */
public record InputView(
        String name, Contract contract, String admit, Optional<Beside> beside, Set<FieldRef> admitReads) {

    /**
     * Admits the rows that stand beside another input's admitted rows.
     *
     * @param other name of the other input
     * @param contract the other input's contract
     * @param pairs column of this input to column of the other, with equal values
     * @param condition SQL over {@code l} (this input) and {@code r} (the other), or empty
     * @param admit the other input's own condition over {@code r}, or empty
     */
    public record Beside(String other, Contract contract, Map<String, String> pairs, String condition, String admit) {}

    /** An input that needs all rows. */
    public static InputView all(String name, Contract contract) {
        return new InputView(name, contract, "", Optional.empty(), Set.of());
    }

    /** Name of the table or view with a contract's data; fields as in the contract, {@code _part} and {@code _pos}. */
    public static String dataName(String contractId) {
        return "data." + contractId;
    }

    /**
     * SQL that makes the input visible under its name.
     *
     * @param cased whether rows belong to test cases that must not meet
     */
    public String sql(boolean cased) {
        return "CREATE TEMP VIEW " + as("l.*", cased);
    }

    /** SQL that stores these columns of the admitted rows under the input's name. */
    public String stored(List<String> columns) {
        String items = columns.stream().map(column -> "l.\"" + column + "\", ").collect(Collectors.joining());
        return "CREATE TEMP TABLE " + as(items + "l._part, l._pos", false);
    }

    private String as(String items, boolean cased) {
        String where = beside.map(companion -> exists(companion, cased)).orElse(admit);
        return "\"" + name + "\" AS SELECT " + items + " FROM \"" + dataName(contract.id()) + "\" l"
                + (where.isEmpty() ? "" : " WHERE " + where);
    }

    private static String exists(Beside companion, boolean cased) {
        List<String> conditions = new ArrayList<>(cased ? List.of("l._case = r._case") : List.of());
        companion.pairs.forEach((own, other) -> conditions.add("l.\"" + own + "\" = r.\"" + other + "\""));
        if (!companion.condition.isEmpty()) {
            conditions.add(companion.condition);
        }
        return "EXISTS (SELECT 1 FROM \"" + companion.other + "\" r WHERE " + String.join(" AND ", conditions) + ")";
    }
}
