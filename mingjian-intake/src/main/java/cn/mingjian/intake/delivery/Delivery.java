package cn.mingjian.intake.delivery;

import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.Problems;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A folder or a file that somebody delivered, looked through: which table is which contract's.
 *
 * @param tables by contract id
 * @param formNumber the number of the filled form in it, if there is one
 * @param unused tables that are of no contract that was asked about
 * @param problems what was taken for what, what was left out, and files that cannot be read (errors)
 */
public record Delivery(
        Path path,
        Map<String, DeliveredTable> tables,
        Optional<String> formNumber,
        List<UnusedTable> unused,
        List<Problem> problems) {

    /** A delivery of nothing, for a run that reads datasets alone. */
    public static Delivery nothing() {
        return new Delivery(Path.of(""), Map.of(), Optional.empty(), List.of(), List.of());
    }

    /** The table of a contract, if it was delivered. */
    public Optional<DeliveredTable> table(String contract) {
        return Optional.ofNullable(tables.get(contract));
    }

    /**
     * Looks through a delivery. A file {@code <contract>.csv} (txt, tsv, xlsx, xls, json, jsonl, parquet), a folder
     * {@code <contract>/} whose files are one table, or a sheet of a workbook belongs to the contract that its name says,
     * by id, title or a file name that begins with one; else to the contract that its headings name. Beside them may lie
     * {@code datasets.yaml} (coverage) and {@code <contract>.mapping.yaml} (recipe).
     *
     * In a filled form a sheet without rows of which no coverage is stated was not delivered.
     *
     * @param contracts those that are asked about; nothing else is taken
     */
    public static Delivery open(Path path, Collection<Contract> contracts) {
        return open(path, contracts, name -> false);
    }

    /**
     * The same, leaving alone what is named after a contract that is not asked about, however alike its headings are.
     *
     * @param elsewhere whether a file's name, without its ending, is that of another contract
     */
    public static Delivery open(Path path, Collection<Contract> contracts, Predicate<String> elsewhere) {
        return new DeliveryReader(path, List.copyOf(contracts), elsewhere, new Problems()).read();
    }
}
