package cn.mingjian.engine.run;

import cn.mingjian.model.clue.Clue.Other;
import cn.mingjian.model.clue.Clue.SameSubject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which clues of a run are about the same subject; known for all clues before the first is made. */
final class SameSubjects {

    /** Most other clues that a clue names; of a hotel with hundreds each would else name all. */
    static final int MOST = 20;

    private final Map<Subject, List<Other>> clues = new HashMap<>();

    /** Two clues are about the same subject where both type and number are equal; a subject without number equals none. */
    private record Subject(String type, String id) {}

    void add(String type, @Nullable String id, Other clue) {
        if (id != null) {
            clues.computeIfAbsent(new Subject(type, id), any -> new ArrayList<>())
                    .add(clue);
        }
    }

    /** The other clues about the subject of this one. */
    SameSubject beside(String type, @Nullable String id, String clueId) {
        List<Other> all = id == null ? List.of() : clues.getOrDefault(new Subject(type, id), List.of());
        if (all.size() < 2) {
            return SameSubject.NONE;
        }
        List<Other> others = all.stream()
                .filter(other -> !other.clueId().equals(clueId))
                .limit(MOST)
                .toList();
        return new SameSubject(all.size() - 1, others);
    }
}
