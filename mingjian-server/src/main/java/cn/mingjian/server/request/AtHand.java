package cn.mingjian.server.request;

import cn.mingjian.server.dataset.StoredColumns.Stored;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The columns that a department has: those of its deliveries for every model, those of datasets for the models that their
 * authority covers.
 */
record AtHand(Map<String, Set<String>> delivered, Set<Stored> stored) {

    /** By contract, for a model. */
    Map<String, Set<String>> of(String model) {
        Map<String, Set<String>> columns = new TreeMap<>();
        delivered.forEach((contract, names) -> columns.put(contract, new TreeSet<>(names)));
        stored.stream().filter(one -> one.models().contains(model)).forEach(one -> columns.computeIfAbsent(
                        one.contract(), any -> new TreeSet<>())
                .addAll(one.columns()));
        return columns;
    }

    /** Whether there is anything of a contract, for whatever model. */
    boolean has(String contract) {
        return delivered.containsKey(contract)
                || stored.stream().anyMatch(one -> one.contract().equals(contract));
    }
}
