package cn.mingjian.compiler;

import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.dataset.Coverage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which data a run has, by contract id.
 *
 * @param everything whether every contract counts as delivered in full, as when a model is only checked
 * @param exceptDerived whether contracts that can be built count as not delivered all the same
 */
public record Delivered(Map<String, Dataset> datasets, boolean everything, boolean exceptDerived) {

    /**
     * What was delivered of a contract.
     *
     * @param columns the columns that every bound version has
     * @param coverages what each bound version covers
     * @param rows how many rows the bound versions have, where that is known
     */
    public record Dataset(Set<String> columns, List<Coverage> coverages, OptionalLong rows) {

        /** One version with any number of rows. */
        public Dataset(Set<String> columns, Coverage coverage) {
            this(columns, List.of(coverage), OptionalLong.empty());
        }
    }

    /** All contracts with all columns: for checking. */
    public static final Delivered EVERYTHING = new Delivered(Map.of(), true, false);

    /** All contracts that cannot be built from others: for checking how the others are built. */
    public static final Delivered RAW = new Delivered(Map.of(), true, true);

    /** No data at all: for telling what a model would need. */
    public static final Delivered NOTHING = new Delivered(Map.of(), false, false);

    /** What was delivered, and nothing else. */
    public Delivered(Map<String, Dataset> datasets, boolean everything) {
        this(datasets, everything, false);
    }

    /** The data of one contract, if there are any. */
    public Optional<Dataset> dataset(Contract contract) {
        Dataset dataset = datasets.get(contract.id());
        boolean assumed = everything && !(exceptDerived && contract.derived().isPresent());
        return dataset == null && assumed
                ? Optional.of(new Dataset(contract.columns().keySet(), Coverage.NOT_STATED))
                : Optional.ofNullable(dataset);
    }
}
