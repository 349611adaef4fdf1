package cn.mingjian.server.protection;

import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Sensitivity;
import java.util.List;

/**
 * Why a model needs what it reads: each column with the rules that need it. A column that no rule needs is not read.
 *
 * @param necessity what the author of the model says of it
 */
record NecessityCard(
        String model, String version, Words title, Words duty, Words necessity, List<RegisterNeeded> registers) {

    /** A register with the columns that are read of it. */
    record RegisterNeeded(String contract, Words title, List<ColumnNeeded> columns) {}

    /**
     * A column that is read.
     *
     * @param rules codes of the rules whose clues it decides or is shown in
     * @param admits whether it decides which rows are taken in at all
     */
    record ColumnNeeded(String name, Words title, Sensitivity sensitivity, List<String> rules, boolean admits) {}
}
