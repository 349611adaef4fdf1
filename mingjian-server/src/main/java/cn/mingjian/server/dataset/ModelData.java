package cn.mingjian.server.dataset;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Delivered;
import cn.mingjian.compiler.Settings;
import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.contract.Lack;
import cn.mingjian.model.contract.LackWords;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.dataset.ModelDataPage.InputState;
import cn.mingjian.server.dataset.ModelDataPage.ModelInput;
import cn.mingjian.server.dataset.Uses.Use;
import cn.mingjian.server.installation.Packages;
import cn.mingjian.server.problem.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the datasets of an office are for a model: ready, poor, missing, until when known. */
@Component
public class ModelData {

    private final Bindings bindings;
    private final Versions versions;
    private final Uses uses;
    private final Packages packages;
    private final Library library;
    private final Compiler compiler;

    ModelData(Bindings bindings, Versions versions, Uses uses, Packages packages, Library library, Compiler compiler) {
        this.bindings = bindings;
        this.versions = versions;
        this.uses = uses;
        this.packages = packages;
        this.library = library;
        this.compiler = compiler;
    }

    /**
     * The newest versions that feed a model, chosen by nobody.
     *
     * @param runs whether any of its rules can run on them
     * @param knownUntil the earliest day until which one of them is stated to be complete
     */
    public record Newest(
            List<BoundVersion> bound,
            boolean runs,
            @Nullable LocalDate knownUntil) {}

    /** The newest versions that an actor may use for a model. */
    public Newest newest(Actor actor, String model) {
        ModelDataPage page = page(actor, model);
        List<BoundVersion> bound =
                page.inputs().stream().flatMap(input -> input.bound().stream()).toList();
        return new Newest(bound, page.rulesRunnable() > 0, page.knownUntil());
    }

    /** Those that were taken in after a time; none as long as another version of any of the datasets is being taken in. */
    public List<UUID> arrivedWithoutScope(List<BoundVersion> bound, Instant since) {
        if (bound.stream().anyMatch(one -> versions.reads(one.dataset()))) {
            return List.of();
        }
        return bound.stream()
                .map(BoundVersion::version)
                .filter(id -> versions.findWithoutScope(id)
                        .map(Version::ended)
                        .filter(ended -> ended.isAfter(since))
                        .isPresent())
                .toList();
    }

    ModelDataPage page(Actor actor, String model) {
        ModelPackage pack = packages.find(model).orElseThrow(Refusal::notThere);
        List<ModelInput> inputs = new ArrayList<>();
        Map<String, Delivered.Dataset> there = new HashMap<>();
        uses.byModel(model).forEach((contract, use) -> library.contracts()
                .find(contract)
                .ifPresent(known -> inputs.add(input(actor, model, known, use, there))));
        CheckedModel checked = compiler.check(pack, new Delivered(there, false), Settings.FOR_CHECK);
        List<Rule> rules =
                checked.rules().values().stream().filter(rule -> !rule.signal()).toList();
        List<Rule> idle =
                rules.stream().filter(rule -> !rule.clues().available()).toList();
        Set<Lack> lacks = new TreeSet<>();
        idle.forEach(rule -> lacks.addAll(rule.clues().lacks()));
        LackWords words = new LackWords(library.contracts());
        return new ModelDataPage(
                inputs,
                rules.size() - idle.size(),
                rules.size(),
                Lack.essential(lacks).stream()
                        .map(lack -> words.words(List.of(lack)))
                        .toList(),
                inputs.stream()
                        .flatMap(input -> input.bound().stream())
                        .map(BoundVersion::knownUntil)
                        .filter(Objects::nonNull)
                        .min(LocalDate::compareTo)
                        .orElse(null));
    }

    private ModelInput input(
            Actor actor, String model, Contract contract, Use use, Map<String, Delivered.Dataset> there) {
        Bindings.Proposed proposed = bindings.propose(actor, model, contract.id());
        List<DatasetVersion> stored =
                proposed.bound().stream().map(bindings::stored).toList();
        Set<String> columns = new LinkedHashSet<>(contract.columns().keySet());
        stored.forEach(version -> columns.retainAll(version.manifest().columns()));
        if (!stored.isEmpty()) {
            there.put(
                    contract.id(),
                    new Delivered.Dataset(
                            columns,
                            stored.stream()
                                    .map(version -> version.manifest().coverage())
                                    .toList(),
                            OptionalLong.empty()));
        }
        return new ModelInput(
                contract.id(),
                contract.title(),
                state(proposed),
                proposed.bound(),
                stored.isEmpty()
                        ? List.of()
                        : contract.columns().values().stream()
                                .filter(column ->
                                        use.columns().contains(column.name()) && !columns.contains(column.name()))
                                .map(Column::title)
                                .toList(),
                proposed.refused().stream().map(Dataset::title).toList());
    }

    private static InputState state(Bindings.Proposed proposed) {
        if (proposed.bound().isEmpty()) {
            return proposed.refused().isEmpty() ? InputState.MISSING : InputState.NOT_COVERED;
        }
        return proposed.bound().stream().anyMatch(BoundVersion::poor) ? InputState.POOR : InputState.GOOD;
    }
}
