package cn.mingjian.server.dataset;

import cn.mingjian.model.Words;
import cn.mingjian.server.problem.Failure.Told;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery holds that can be taken in.
 *
 * @param problems files that cannot be read
 */
record IntakePage(UUID delivery, String title, List<TableFound> tables, List<Told> problems) {

    /**
     * A table.
     *
     * @param files the files and sheets with the same headings
     * @param contracts those that it may be of, most likely first
     * @param remembered the contract as which such headings came last
     * @param taken whether it was taken in already
     */
    record TableFound(
            String signature,
            List<String> files,
            List<String> headings,
            List<Likely> contracts,
            @Nullable String remembered,
            boolean taken) {}

    /** @param known how many of its headings are columns */
    record Likely(String contract, Words title, int known, int headings) {}
}
