package cn.mingjian.duckdb;

import cn.mingjian.duckdb.DuckException.Problem;

/** Reads the texts of errors as DuckDB 2.0 writes them: {@code <Class> Error: <text>}, then the statement. */
final class EngineText {
    private static final int MOST = 300;

    private EngineText() {}

    static Problem problem(String text) {
        String kind = text.contains(" Error:") ? text.substring(0, text.indexOf(" Error:")) : "";
        return switch (kind) {
            case "Out of Memory" ->
                text.contains("max_temp_directory_size") ? Problem.OUT_OF_TEMPORARY_SPACE : Problem.OUT_OF_MEMORY;
            case "INTERRUPT", "Interrupt" -> Problem.CANCELLED;
            case "Permission" -> Problem.NOT_ALLOWED;
            case "Conversion", "Out of Range", "Constraint", "Mismatch Type", "Divide by Zero", "Decimal" ->
                Problem.WRONG_VALUE;
            case "Parser", "Syntax", "Binder", "Catalog", "Not implemented", "Dependency", "Parameter Not Resolved" ->
                Problem.WRONG_STATEMENT;
            case "IO", "HTTP", "Serialization" -> Problem.FILE;
            case "Connection" -> Problem.CLOSED;
            case "Invalid Input" ->
                text.contains("configuration has been locked") ? Problem.NOT_ALLOWED : Problem.WRONG_VALUE;
            default -> text.contains("was closed") || text.contains("is closed") ? Problem.CLOSED : Problem.FAILED;
        };
    }

    /** What of the engine's text may be repeated: the first line of texts about the statement, without literals. */
    static String detail(Problem problem, String text) {
        return switch (problem) {
            case WRONG_STATEMENT -> withoutLiterals(firstLine(text));
            case FAILED -> kindOnly(text);
            case OUT_OF_MEMORY, OUT_OF_TEMPORARY_SPACE, CANCELLED, NOT_ALLOWED, WRONG_VALUE, FILE, CLOSED -> "";
        };
    }

    private static String kindOnly(String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? "" : text.substring(0, colon);
        return kind.matches("[A-Za-z ]{1,40}") ? kind : "";
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end);
        return line.length() > MOST ? line.substring(0, MOST) : line;
    }

    private static String withoutLiterals(String line) {
        StringBuilder out = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\'') {
                out.append(inside ? "'" : "'...");
                inside = !inside;
            } else if (!inside) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
