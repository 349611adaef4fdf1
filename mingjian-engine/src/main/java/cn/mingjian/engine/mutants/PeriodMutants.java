package cn.mingjian.engine.mutants;

import static cn.mingjian.engine.mutants.TextMutants.below;

import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.List;

/**
 * The mutants of {@code over} and {@code until}: left out, so that silence counts as absence, and their last day moved.
 * The first day is not attacked, because a case cannot say from which day on a register is known.
 */
final class PeriodMutants {

    private final TextMutants found;
    private final YamlMap map;
    private final List<String> path;

    PeriodMutants(TextMutants found, YamlMap map, List<String> path) {
        this.found = found;
        this.map = map;
        this.path = path;
    }

    void find() {
        map.map("over").ifPresent(over -> {
            found.dropped(map, "over", path, "over");
            over.scalar("to").ifPresent(last -> moved(last, below(path, "over", "to")));
        });
        map.scalar("until").ifPresent(last -> {
            found.dropped(map, "until", path, "until " + last.text());
            moved(last, below(path, "until"));
        });
    }

    /** A day later and earlier, whether the text is a day or a time. */
    private void moved(YamlScalar last, List<String> at) {
        String text = last.text();
        found.replaced(last, at, Kind.UP, "plus_days(" + text + ", 1)", "plus_hours(" + text + ", 24)");
        found.replaced(last, at, Kind.DOWN, "plus_days(" + text + ", -1)", "plus_hours(" + text + ", -24)");
    }
}
