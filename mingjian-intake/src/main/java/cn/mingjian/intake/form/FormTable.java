package cn.mingjian.intake.form;

import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.Contract;
import java.util.List;

/**
 * A sheet that a form asks for.
 *
 * @param columns names of the columns that are needed; the key is always asked for, nothing else
 */
public record FormTable(Contract contract, List<String> columns) {

    /** The columns of the sheet, in the contract's order. */
    List<Column> asked() {
        return contract.columns().values().stream()
                .filter(column ->
                        columns.contains(column.name()) || contract.key().contains(column.name()))
                .toList();
    }

    boolean needed(Column column) {
        return column.required() || contract.key().contains(column.name());
    }
}
