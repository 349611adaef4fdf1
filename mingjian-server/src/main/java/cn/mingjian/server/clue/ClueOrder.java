package cn.mingjian.server.clue;

import cn.mingjian.server.problem.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** In which order clues are listed: one of a closed list, so that nothing of a request becomes SQL. */
record ClueOrder(String sql) {

    private static final Map<String, String> COLUMNS =
            Map.of("grade", "grade", "amount", "amount", "place", "place", "clock", "time_limit", "number", "number");

    private static final Map<String, String> DIRECTIONS = Map.of("asc", "asc", "desc", "desc");

    /** The order of a request; that of the run where it names none. */
    static ClueOrder of(@Nullable String sort, @Nullable String order) {
        String column = COLUMNS.get(sort == null ? "number" : sort);
        String direction = DIRECTIONS.get(order == null ? "asc" : order);
        if (column == null || direction == null) {
            throw Refusal.bad("server.not-understood");
        }
        return new ClueOrder(column + " " + direction + " nulls last, number");
    }
}
