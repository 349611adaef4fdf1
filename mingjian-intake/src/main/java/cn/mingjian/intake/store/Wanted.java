package cn.mingjian.intake.store;

import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.Contract;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is to be kept of a delivered table: the fewest columns and rows that the purpose needs.
 *
 * @param columns names of the contract's columns; delivered ones that are not named are not stored
 * @param admissions a row is kept when one of them lets it in; without any, all rows are
 */
public record Wanted(Set<String> columns, List<Admission> admissions) {

    /** The columns of a contract by which it is decided whether a row is kept. */
    public List<Column> deciding(Contract contract) {
        return contract.columns().values().stream()
                .filter(column -> {
                    Pattern name = Pattern.compile("\\b" + Pattern.quote(column.name()) + "\\b");
                    return admissions.stream().anyMatch(admission -> name.matcher(admission.text())
                            .find());
                })
                .toList();
    }

    /** All rows, of these columns. */
    public static Wanted columns(Set<String> columns) {
        return new Wanted(columns, List.of());
    }
}
