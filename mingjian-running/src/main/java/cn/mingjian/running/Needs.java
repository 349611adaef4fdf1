package cn.mingjian.running;

import cn.mingjian.compiler.Lineage;
import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.checked.InputView.Beside;
import cn.mingjian.intake.store.Admission;
import cn.mingjian.model.dataset.DatasetVersion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What models need of a register, all of them together: the columns that one of them uses, and the rows that one of them
 * admits.
 */
public record Needs(List<CheckedModel> models) {

    /** The needed columns by contract. */
    public Map<String, Set<String>> columns() {
        Map<String, Set<String>> columns = new TreeMap<>();
        for (CheckedModel model : models) {
            new Lineage(model).columnsByContract().forEach((contract, used) -> columns.computeIfAbsent(
                            contract, any -> new TreeSet<>())
                    .addAll(used));
        }
        return columns;
    }

    /** The contracts whose rows decide which rows of this one are companions: they must be there first. */
    public Set<String> besides(String contract) {
        return views(contract).stream()
                .flatMap(view -> view.beside().stream())
                .map(beside -> beside.contract().id())
                .filter(id -> !id.equals(contract))
                .collect(Collectors.toSet());
    }

    /**
     * Which rows of a contract are needed; none named where every row is, because one of the inputs has no condition.
     *
     * @param there the versions of {@link #besides}, all of them
     */
    public List<Admission> admissions(String contract, Map<String, DatasetVersion> there) {
        Set<Admission> admissions = new LinkedHashSet<>();
        for (InputView view : views(contract)) {
            if (view.beside().isPresent()) {
                admissions.add(companions(view.beside().get(), contract, there));
            } else if (view.admit().isEmpty()) {
                return List.of();
            } else {
                admissions.add(new Admission.Condition("l", view.admit()));
            }
        }
        return new ArrayList<>(admissions);
    }

    private List<InputView> views(String contract) {
        return models.stream()
                .flatMap(model -> model.views().values().stream())
                .filter(view -> view.contract().id().equals(contract))
                .toList();
    }

    private static Admission companions(Beside beside, String contract, Map<String, DatasetVersion> there) {
        Optional<DatasetVersion> version = beside.contract().id().equals(contract)
                ? Optional.empty()
                : Optional.of(version(beside.contract().id(), there));
        List<Admission.Pair> pairs = beside.pairs().entrySet().stream()
                .map(pair -> new Admission.Pair(pair.getKey(), pair.getValue()))
                .toList();
        return new Admission.Companion(
                "l",
                pairs,
                Optional.of(beside.condition()).filter(sql -> !sql.isEmpty()),
                new Admission.Others("r", version, Optional.of(beside.admit()).filter(sql -> !sql.isEmpty())));
    }

    private static DatasetVersion version(String contract, Map<String, DatasetVersion> there) {
        DatasetVersion version = there.get(contract);
        if (version == null) {
            throw new IllegalStateException("Companions of rows of " + contract + ", which is not there");
        }
        return version;
    }
}
