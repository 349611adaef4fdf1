package cn.mingjian.engine.run;

import cn.mingjian.model.clue.SourceRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The source rows of clues by clue number, read once: as they are, and as a screen may show them. */
final class FoundRows {

    private final Map<Masking, Map<Long, List<SourceRow>>> rows = new EnumMap<>(Masking.class);

    void add(long clue, Function<Masking, SourceRow> row) {
        for (Masking masking : Masking.values()) {
            rows.computeIfAbsent(masking, any -> new HashMap<>())
                    .computeIfAbsent(clue, any -> new ArrayList<>())
                    .add(row.apply(masking));
        }
    }

    List<SourceRow> of(long clue, Masking masking) {
        return rows.getOrDefault(masking, Map.of()).getOrDefault(clue, List.of());
    }
}
