package cn.mingjian.server.clue;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which clues of a run are listed; what is null is not asked.
 *
 * @param place the beginning of a division code
 * @param query part of the sentence, of the code or of the clue number
 */
public record ClueFilter(
        @Nullable String grade,
        @Nullable String rule,
        @Nullable String place,
        @Nullable String query) {

    /** The condition; the values stand in {@link #parameters}. */
    String sql() {
        StringBuilder sql = new StringBuilder("run_id = :run");
        if (grade != null) {
            sql.append(" and grade = :grade");
        }
        if (rule != null) {
            sql.append(" and rule = :rule");
        }
        if (place != null) {
            sql.append(" and starts_with(place, :place)");
        }
        if (query != null) {
            sql.append(" and (title_zh ilike :query or title_en ilike :query or code ilike :query"
                    + " or starts_with(clue_id, lower(:number)))");
        }
        return sql.toString();
    }

    Map<String, Object> parameters(UUID run) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("run", run);
        put("grade", grade, parameters);
        put("rule", rule, parameters);
        put("place", place, parameters);
        put("number", query, parameters);
        put("query", query == null ? null : "%" + query.replaceAll("([\\\\%_])", "\\\\$1") + "%", parameters);
        return parameters;
    }

    private static void put(String name, @Nullable String value, Map<String, Object> parameters) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
