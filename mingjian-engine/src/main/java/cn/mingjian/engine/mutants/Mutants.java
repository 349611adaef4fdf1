package cn.mingjian.engine.mutants;

import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.yaml.YamlMap;
import java.util.List;

/** Finds every mutant of a package. */
public final class Mutants {

    private Mutants() {}

    /** The mutants in the order of the sections of a package; ids are unique. */
    public static List<Mutant> of(ModelPackage pack) {
        TextMutants found = new TextMutants();
        pack.inputs().values().forEach(input -> input(found, input));
        pack.parameters()
                .values()
                .forEach(parameter ->
                        found.neighbours(parameter.value(), List.of("parameters", parameter.name(), "default")));
        pack.steps().forEach((name, step) -> new StepMutants(found, step, List.of("steps", name)).find());
        pack.exclusions().forEach((name, exclusion) -> exclusion(found, exclusion, List.of("exclusions", name)));
        pack.rules().forEach((id, rule) -> new RuleMutants(found, rule, List.of("rules", id)).find());
        pack.signals().forEach((id, signal) -> found.condition(signal, "where", List.of("signals", id)));
        return List.copyOf(found.all());
    }

    private static void input(TextMutants found, ModelPackage.Input input) {
        List<String> path = List.of("inputs", input.name(), "admit");
        input.admit().ifPresent(admit -> found.condition(admit, path));
        input.beside().ifPresent(beside -> {
            found.condition(beside, "where", path);
            found.eachDropped(beside, "on", path);
            Change all = new Change(path, java.util.Optional.empty());
            found.add(TextMutants.id(path), Kind.DROPPED, beside.place(), "beside", "", all);
        });
    }

    private static void exclusion(TextMutants found, YamlMap exclusion, List<String> path) {
        found.condition(exclusion, "when", path);
        found.condition(exclusion, "where", path);
        found.eachDropped(exclusion, "on", path);
        if (exclusion.has("covers")) {
            found.dropped(exclusion, "covers", path, "covers");
        }
        new PeriodMutants(found, exclusion, path).find();
    }
}
