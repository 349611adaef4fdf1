package cn.mingjian.intake.delivery;

import cn.mingjian.intake.map.Layout;
import cn.mingjian.intake.map.Mapping;
import cn.mingjian.intake.read.TableSource;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.dataset.Coverage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a delivery holds for one contract: one or more files or sheets that together are one table.
 *
 * @param coverage what was stated about it, or {@link Coverage#NOT_STATED}
 */
public record DeliveredTable(Contract contract, Mapping mapping, List<Piece> pieces, Coverage coverage) {

    /**
     * One file or sheet of a table.
     *
     * @param name the file as the deliverer knows it: its path inside the delivery
     */
    public record Piece(String name, TableSource source, Layout layout) {

        /** The file, with its sheet where it has sheets. */
        public String label() {
            return source.sheet().map(sheet -> name + " [" + sheet + "]").orElse(name);
        }
    }

    /** A column of the contract, which must have it. */
    public Column column(String name) {
        Column column = contract.columns().get(name);
        if (column == null) {
            throw new IllegalArgumentException("The contract " + contract.id() + " has no column " + name + ".");
        }
        return column;
    }

    /** Whether a piece has a column, in its cells or because the recipe gives its value for all rows. */
    public boolean has(Piece piece, String column) {
        return piece.layout().cells().containsKey(column)
                || mapping.column(column).value().isPresent();
    }

    /** The columns of the contract that any of the pieces has, in the contract's order. */
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>(contract.columns().keySet());
        columns.removeIf(column -> pieces.stream().noneMatch(piece -> has(piece, column)));
        return columns;
    }
}
