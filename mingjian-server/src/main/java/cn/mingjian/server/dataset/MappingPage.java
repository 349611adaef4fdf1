package cn.mingjian.server.dataset;

import cn.mingjian.model.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a recipe makes of a delivered table.
 *
 * @param files the files and sheets that are this table
 * @param columns those of the contract that the purposes need, and those that identify a row
 * @param unused headings from which nothing is stored
 * @param shown the columns of the cells of the sample
 * @param rows how many were tried
 * @param whole whether these are all
 * @param lacking columns without which nothing can be taken in
 * @param firstDay in the column that dates a row
 * @param difference from the version before, where there is one
 */
public record MappingPage(
        String signature,
        List<String> files,
        String contract,
        Words title,
        long headerRow,
        List<String> headings,
        Recipe recipe,
        List<MappedColumn> columns,
        List<String> unused,
        List<String> shown,
        List<MappedRow> sample,
        long rows,
        boolean whole,
        long rejected,
        List<Words> lacking,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable TableDifference difference) {

    /** Why a column is taken from a heading. */
    public enum Ground {
        /** It was so at an earlier delivery. */
        REMEMBERED,
        /** The heading is a name of the column. */
        NAME,
        /** The heading is like one, and the values fit. */
        LIKENESS,
        /** A person chose it. */
        CHOSEN,
        /** Nothing was found. */
        NONE
    }

    /**
     * A column.
     *
     * @param required a row without it cannot be taken
     * @param masked whether its values are shown masked
     * @param either headings that are equally like it and another one
     * @param codes the codes that it may hold
     * @param usedBy titles of the models that need it
     */
    public record MappedColumn(
            String column,
            Words title,
            String type,
            boolean required,
            boolean masked,
            Ground ground,
            List<String> either,
            Map<String, Words> codes,
            List<Words> usedBy,
            long filled,
            long invalid,
            long unknown,
            List<Words> reasons,
            Map<String, Long> unknownTexts) {}

    /** @param broken what is wrong with the record as such, which then has no cells */
    public record MappedRow(long number, @Nullable Words broken, List<MappedCell> cells) {}

    /** A cell, masked as its column demands. */
    public record MappedCell(
            String delivered,
            @Nullable String cleaned,
            @Nullable Words problem,
            boolean rejects) {}

    /**
     * How this table differs from the one before.
     *
     * @param number of that version
     * @param unseen texts that are no code and did not come before, by column
     */
    public record TableDifference(
            int number,
            long rowsBefore,
            List<String> newHeadings,
            List<String> goneHeadings,
            List<ColumnDifference> columns,
            Map<String, List<String>> unseen) {}

    /** Shares, from 0 to 1, of the rows that were taken. */
    public record ColumnDifference(
            String column,
            Words title,
            double emptyBefore,
            double emptyNow,
            double unknownBefore,
            double unknownNow,
            double invalidBefore,
            double invalidNow) {}
}
