package cn.mingjian.intake.delivery;

import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.Contract;
import java.util.List;

/**
 * A delivered file or sheet that is no table of a contract that was asked about, as far as anybody can tell.
 *
 * @param label the file as the deliverer knows it, with its sheet where it has sheets
 * @param nearest contracts whose columns it names; several where it fits them equally well
 */
public record UnusedTable(String label, List<Guess> nearest) {

    /**
     * A contract that it may be of.
     *
     * @param known headings that name columns of the contract
     * @param strange headings that do not
     * @param lacking columns that identify or date a row, for which it has no heading
     * @param likely lines of a recipe for headings that are like a column; empty where none is
     */
    public record Guess(
            Contract contract, List<String> known, List<String> strange, List<Column> lacking, Words likely) {}
}
