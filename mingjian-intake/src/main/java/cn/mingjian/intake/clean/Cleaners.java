package cn.mingjian.intake.clean;

import cn.mingjian.intake.map.ColumnMapping;
import cn.mingjian.model.contract.Column;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The cleaner of each type of column. */
public final class Cleaners {

    /** Stands between the items of a list in {@link Cleaned#text()}. */
    public static final String BETWEEN = "\u001f";

    private Cleaners() {}

    /**
     * A cleaner for one column of one table.
     *
     * @param unit what one delivered unit is, in the contract's units
     * @param missing texts that mean "nothing was entered"
     */
    public static CellCleaner of(Column column, ColumnMapping mapping, BigDecimal unit, Set<String> missing) {
        ByteTexts<Boolean> marks = marks(missing);
        DateForms forms = new DateForms(mapping.dates());
        return switch (column.type()) {
            case TEXT -> new TextCleaner(marks);
            case INTEGER -> new NumberCleaner(marks, 0, false, unit);
            case MONEY -> new NumberCleaner(marks, column.type().scale(), true, unit);
            case QUANTITY -> new NumberCleaner(marks, column.type().scale(), false, unit);
            case DATE -> new DateCleaner(marks, DateCleaner.Kind.DAY, forms);
            case TIME -> new DateCleaner(marks, DateCleaner.Kind.TIME, forms);
            case MONTH -> new DateCleaner(marks, DateCleaner.Kind.MONTH, forms);
            case CODE -> new CodeCleaner(marks, column, mapping.codes(), false);
            case CODES -> new CodeCleaner(marks, column, mapping.codes(), true);
            case BOOLEAN -> new BooleanCleaner(marks, mapping.codes());
            case ID_NO -> IdentifierCleaner.idNumber(marks);
            case USCC -> IdentifierCleaner.creditCode(marks);
            case REGION -> new RegionCleaner(marks);
        };
    }

    private static ByteTexts<Boolean> marks(Set<String> missing) {
        Map<String, Boolean> marks = new LinkedHashMap<>();
        missing.forEach(mark -> marks.put(mark, true));
        return new ByteTexts<>(marks);
    }
}
