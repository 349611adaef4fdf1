package cn.mingjian.compiler.sql;

import cn.mingjian.compiler.relation.Type;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Names and values in DuckDB's SQL. Everything a model's author wrote reaches SQL through these methods only. */
public final class Sql {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private Sql() {}

    /** A quoted name. */
    public static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A field of an alias. */
    public static String field(String alias, String field) {
        return alias + "." + name(field);
    }

    /** A quoted text. */
    public static String text(String value) {
        return "'" + value.replace("'", "''").replace("\u0000", "") + "'";
    }

    public static String date(LocalDate day) {
        return "DATE '" + day + "'";
    }

    public static String time(LocalDateTime time) {
        return "TIMESTAMP '" + TIME.format(time) + "'";
    }

    /** The engine's name of a type. */
    public static String type(Type type) {
        return switch (type.form()) {
            case TEXT -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case DECIMAL -> "DECIMAL(" + type.precision() + "," + type.scale() + ")";
            case DOUBLE -> "DOUBLE";
            case DATE, MONTH -> "DATE";
            case TIME -> "TIMESTAMP";
            case BOOLEAN -> "BOOLEAN";
            case TEXT_LIST -> "VARCHAR[]";
            case NULL, ERROR -> "VARCHAR";
        };
    }

    /** A value cast to a type. */
    public static String cast(String sql, Type type) {
        return "CAST(" + sql + " AS " + type(type) + ")";
    }
}
