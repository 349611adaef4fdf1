package cn.mingjian.duckdb;

import java.nio.file.Path;

/** Writes names, texts and paths into statements so that nothing in them is read as SQL. */
public final class SqlText {
    private SqlText() {}

    /** A text literal. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A quoted identifier. */
    public static String identifier(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** The absolute path as a text literal, in the form in which {@link DuckFiles} allows it. */
    public static String path(Path path) {
        return literal(path.toAbsolutePath().normalize().toString());
    }
}
