package cn.mingjian.model.contract;

import cn.mingjian.functions.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The type of a contract's column: what its values mean; {@link #kind()} is how they are stored. */
public enum ColumnType {
    TEXT("text", Kind.TEXT),
    INTEGER("integer", Kind.INTEGER),
    /** Yuan with two decimals, DECIMAL(16,2). */
    MONEY("money", Kind.DECIMAL),
    /** An amount of something with six decimals, DECIMAL(16,6). */
    QUANTITY("quantity", Kind.DECIMAL),
    DATE("date", Kind.DATE),
    /** China's wall clock, without zone. */
    TIME("time", Kind.TIME),
    /** Stored as the first day of the month. */
    MONTH("month", Kind.MONTH),
    /** One value of the column's code list. */
    CODE("code", Kind.TEXT),
    /** Several values of the column's code list. */
    CODES("codes", Kind.TEXT_LIST),
    BOOLEAN("boolean", Kind.BOOLEAN),
    /** Citizen identity number, 18 characters (GB 11643-1999). */
    ID_NO("id_no", Kind.TEXT),
    /** Unified social credit code, 18 characters (GB 32100-2015). */
    USCC("uscc", Kind.TEXT),
    /** Division code of a county, city or province, 6 digits (GB/T 2260). */
    REGION("region", Kind.TEXT);

    private final String word;
    private final Kind kind;

    ColumnType(String word, Kind kind) {
        this.word = word;
        this.kind = kind;
    }

    /** The type's name in packages and contracts. */
    public String word() {
        return word;
    }

    public Kind kind() {
        return kind;
    }

    /** Digits behind the point: 2 for money, 6 for a quantity, else 0. */
    public int scale() {
        return switch (this) {
            case MONEY -> 2;
            case QUANTITY -> 6;
            case TEXT, INTEGER, DATE, TIME, MONTH, CODE, CODES, BOOLEAN, ID_NO, USCC, REGION -> 0;
        };
    }

    public static Optional<ColumnType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    /** All names, in the order of declaration. */
    public static List<String> words() {
        return Arrays.stream(values()).map(ColumnType::word).toList();
    }
}
