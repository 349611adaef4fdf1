package cn.mingjian.compiler.relation;

import cn.mingjian.functions.Kind;
import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.ColumnType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The type of an expression.
 *
 * @param precision digits in all, of a decimal
 * @param scale digits behind the point, of a decimal
 * @param meaning the column type, where the value is one of a column unchanged
 * @param codes the code list, where the values come from one
 */
public record Type(Form form, int precision, int scale, Optional<ColumnType> meaning, Map<String, Words> codes) {

    /** The families of values; two values can be compared within a family only. */
    public enum Form {
        TEXT,
        INTEGER,
        DECIMAL,
        DOUBLE,
        DATE,
        TIME,
        MONTH,
        BOOLEAN,
        TEXT_LIST,
        /** The literal null, or a column that no data fills: fits every family. */
        NULL,
        /** What an error left; it causes no further errors. */
        ERROR
    }

    /** The widest exact number that engines hold. */
    public static final int MAX_PRECISION = 38;

    public static final Type TEXT = simple(Form.TEXT);
    public static final Type INTEGER = simple(Form.INTEGER);
    public static final Type DOUBLE = simple(Form.DOUBLE);
    public static final Type DATE = simple(Form.DATE);
    public static final Type TIME = simple(Form.TIME);
    public static final Type MONTH = simple(Form.MONTH);
    public static final Type BOOLEAN = simple(Form.BOOLEAN);
    public static final Type TEXT_LIST = simple(Form.TEXT_LIST);
    public static final Type NULL = simple(Form.NULL);
    public static final Type ERROR = simple(Form.ERROR);

    private static Type simple(Form form) {
        return new Type(form, 0, 0, Optional.empty(), Map.of());
    }

    /** An exact number. */
    public static Type decimal(int precision, int scale) {
        return new Type(Form.DECIMAL, precision, scale, Optional.empty(), Map.of());
    }

    /** The type of a function's argument or result; decimals travel with 26 digits before and 12 behind the point. */
    public static Type of(Kind kind) {
        return kind == Kind.DECIMAL ? decimal(MAX_PRECISION, 12) : simple(Form.valueOf(kind.name()));
    }

    /** The type of a column of this type without a code list. */
    public static Type of(ColumnType type) {
        Type plain = type.kind() == Kind.DECIMAL ? decimal(16, type.scale()) : of(type.kind());
        return new Type(plain.form, plain.precision, plain.scale, Optional.of(type), Map.of());
    }

    /** The type of a contract's column. */
    public static Type of(Column column) {
        Type type = of(column.type());
        return new Type(type.form, type.precision, type.scale, type.meaning, column.codes());
    }

    /** The same type whose values have these labels. */
    public Type labelled(Map<String, Words> labels) {
        return new Type(form, precision, scale, meaning, labels);
    }

    public boolean isNumber() {
        return form == Form.INTEGER || form == Form.DECIMAL;
    }

    /** Null or an error: no statement about the family. */
    public boolean isOpen() {
        return form == Form.NULL || form == Form.ERROR;
    }

    /** Decimals, with integers counted as 19 digits. */
    public int digitsBefore() {
        return form == Form.INTEGER ? 19 : precision - scale;
    }

    /** A plain word for messages. */
    public String word() {
        return meaning.map(ColumnType::word).orElseGet(() -> form.name().toLowerCase(Locale.ROOT));
    }
}
