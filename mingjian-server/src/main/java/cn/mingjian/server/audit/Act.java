package cn.mingjian.server.audit;

import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody does, for the audit: words of the product, ids and counts; never a name or a value of a row.
 *
 * @param name what is done, as {@code run.order}
 * @param object what kind of thing it is done to
 * @param id which one
 */
public record Act(String name, String object, String id, Map<String, String> details) {

    /** An act that its name and its object tell whole. */
    public static Act of(String name, String object, Object id) {
        return new Act(name, object, String.valueOf(id), Map.of());
    }

    /**
     * The same act, by which a file leaves the server.
     *
     * @param kind its ending
     * @param rows how many clues, rows or documents it holds; 0 for an empty form
     */
    public Act taking(String kind, long rows) {
        return with("file", kind).with("rows", rows);
    }

    /** The same act with one more detail. */
    public Act with(String key, Object value) {
        var more = new TreeMap<>(details);
        more.put(key, String.valueOf(value));
        return new Act(name, object, id, more);
    }
}
