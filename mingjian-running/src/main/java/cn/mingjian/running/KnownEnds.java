package cn.mingjian.running;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.step.Step;
import cn.mingjian.model.dataset.Coverage;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The registers on whose silence a model's conclusions rest, and the default as-of date: the earliest end that they know. */
final class KnownEnds {

    private KnownEnds() {}

    /** The earliest stated end, if any of those registers states one; one that is complete on no day has no end. */
    static Optional<LocalDate> earliest(CheckedModel model) {
        return registers(model).stream()
                .map(register -> model.reaches().of(register).knownUntil())
                .filter(Objects::nonNull)
                .filter(day -> !day.equals(Coverage.NO_DAY))
                .min(LocalDate::compareTo);
    }

    /** The dating column of each contract under those registers, by contract id. */
    static Map<String, String> datingColumns(CheckedModel model) {
        Map<String, String> columns = new TreeMap<>();
        for (String register : registers(model)) {
            for (String input : model.reaches().inputsUnder(register)) {
                InputView view = model.views().get(input);
                if (view != null) {
                    model.reaches()
                            .datedBy(input)
                            .ifPresent(column -> columns.put(view.contract().id(), column));
                }
            }
        }
        return columns;
    }

    private static Set<String> registers(CheckedModel model) {
        Set<String> registers = new TreeSet<>();
        for (Step step : model.steps().values()) {
            step.search().ifPresent(search -> registers.add(search.register()));
        }
        for (Rule rule : model.rules().values()) {
            rule.exclusions().forEach(exclusion -> registers.add(exclusion.from()));
        }
        return registers;
    }
}
