package cn.mingjian.model.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * What a dataset version holds; written as {@code manifest.json}, last, so that a folder without it is no version.
 *
 * @param contract id of the contract
 * @param contractVersion version of the contract to which the rows were cleaned
 * @param columns columns that were delivered and kept, in the contract's order
 * @param rows rows kept
 * @param rejected rows kept apart with their reasons
 * @param outOfScope rows that no purpose needed: counted, never stored
 * @param scopeUnknown rows of which it could not be told: counted, never stored
 * @param persons distinct values of each identity number column, counted once, here
 */
public record Manifest(
        int schema,
        String contract,
        @JsonProperty("contract_version") String contractVersion,
        List<String> columns,
        Coverage coverage,
        long rows,
        long rejected,
        @JsonProperty("out_of_scope") long outOfScope,
        @JsonProperty("scope_unknown") long scopeUnknown,
        Map<String, Long> persons,
        List<Part> parts) {

    public static final int SCHEMA = 1;
    public static final String FILE = "manifest.json";
}
