package cn.mingjian.intake.form;

import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.Contract;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A table that another body is asked for.
 *
 * @param columns names of the columns that are needed; the key is always asked for, nothing else
 * @param must names of those without which the table is of no use, beside the key
 */
public record FormTable(Contract contract, Collection<String> columns, Set<String> must) {

    /** A table of which the contract alone says what it must have. */
    public FormTable(Contract contract, Collection<String> columns) {
        this(contract, columns, Set.of());
    }

    /** The columns that are asked for, in the contract's order. */
    public List<Column> asked() {
        return contract.columns().values().stream()
                .filter(column ->
                        columns.contains(column.name()) || contract.key().contains(column.name()))
                .toList();
    }

    /** Whether the table is of no use without a column. */
    public boolean needed(Column column) {
        return column.required() || contract.key().contains(column.name()) || must.contains(column.name());
    }
}
