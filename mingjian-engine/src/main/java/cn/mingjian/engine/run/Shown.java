package cn.mingjian.engine.run;

import cn.mingjian.model.clue.Clue;
import cn.mingjian.model.clue.SignalRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The clues and signals of a run, each as it is and as a screen may show it. */
final class Shown {

    private final Map<Masking, List<Clue>> clues = new EnumMap<>(Masking.class);
    private final Map<Masking, List<SignalRow>> signals = new EnumMap<>(Masking.class);

    void add(Masking masking, Clue clue) {
        clues.computeIfAbsent(masking, any -> new ArrayList<>()).add(clue);
    }

    void add(Masking masking, SignalRow signal) {
        signals.computeIfAbsent(masking, any -> new ArrayList<>()).add(signal);
    }

    List<Clue> clues(Masking masking) {
        return clues.getOrDefault(masking, List.of());
    }

    List<SignalRow> signals(Masking masking) {
        return signals.getOrDefault(masking, List.of());
    }
}
