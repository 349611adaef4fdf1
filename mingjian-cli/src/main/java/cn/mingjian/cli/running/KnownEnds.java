package cn.mingjian.cli.running;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.step.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The default as-of date: the earliest known end among the registers on whose silence a model's conclusions rest. */
public final class KnownEnds {

    private static final List<String> SILENT = List.of("absent", "tally", "missing", "pick");

    private KnownEnds() {}

    /** The earliest stated end, if any of those registers states one. */
    public static Optional<LocalDate> earliest(CheckedModel model) {
        Set<String> registers = new TreeSet<>();
        for (Step step : model.steps().values()) {
            if (SILENT.contains(step.operator())) {
                registers.add(step.reads().get(step.reads().size() - 1));
            }
        }
        for (Rule rule : model.rules().values()) {
            rule.exclusions().forEach(exclusion -> registers.add(exclusion.from()));
        }
        return registers.stream()
                .map(register -> model.reaches().of(register).knownUntil())
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo);
    }
}
