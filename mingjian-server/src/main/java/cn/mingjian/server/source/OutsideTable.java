package cn.mingjian.server.source;

/**
 * A table or view of another system's database, as that database names it; no text of a person becomes part of a statement.
 *
 * @param schema or the catalogue, in databases that divide their tables by catalogues alone; empty where they do not
 */
record OutsideTable(String schema, String name, boolean view) {

    /** The name of the file that it becomes. */
    String file() {
        return (schema.isEmpty() ? name : schema + "." + name) + ".jsonl";
    }
}
