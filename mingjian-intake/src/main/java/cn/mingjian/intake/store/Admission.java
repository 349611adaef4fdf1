package cn.mingjian.intake.store;

import cn.mingjian.model.dataset.DatasetVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which rows of a delivery one input of a model needs. A row that no admission lets in is counted and stored nowhere.
 * Conditions are engine SQL, compiled and checked by the compiler; here they are opaque.
 */
public sealed interface Admission {

    /** The input's name in the model; the condition names the row's columns as {@code input.column}. */
    String input();

    /** All text of engine SQL in it: a column whose name does not stand there is not read. */
    String text();

    /**
     * Lets in the rows for which a condition is true.
     *
     * @param sql a condition over {@code input}
     */
    record Condition(String input, String sql) implements Admission {

        @Override
        public String text() {
            return sql;
        }
    }

    /**
     * Lets in the companions of rows that were let in: those with the same values in some columns.
     *
     * @param on columns with equal values on both sides: of this input, of the other
     * @param sql a further condition over {@code input} and {@code others.input()}; empty for none
     */
    record Companion(String input, List<Pair> on, Optional<String> sql, Others others) implements Admission {

        @Override
        public String text() {
            String columns =
                    on.stream().map(pair -> pair.column() + " " + pair.other()).collect(Collectors.joining(" "));
            return columns + " " + sql.orElse("") + " " + others.condition().orElse("");
        }
    }

    /** Two columns that must agree. */
    record Pair(String column, String other) {}

    /**
     * The rows whose companions are let in.
     *
     * @param input name of the other input, as the conditions write it
     * @param version where they were stored by an earlier import; empty when they are rows of this same delivery
     * @param condition which of them: the other input's own condition; empty for all of the version
     */
    record Others(String input, Optional<DatasetVersion> version, Optional<String> condition) {}
}
