package cn.mingjian.intake.store;

import java.util.List;
import java.util.Set;

/**
 * What is to be kept of a delivered table: the fewest columns and rows that the purpose needs.
 *
 * @param columns names of the contract's columns; delivered ones that are not named are not stored
 * @param admissions a row is kept when one of them lets it in; without any, all rows are
 */
public record Wanted(Set<String> columns, List<Admission> admissions) {

    /** All rows, of these columns. */
    public static Wanted columns(Set<String> columns) {
        return new Wanted(columns, List.of());
    }
}
