package cn.mingjian.model.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One immutable Parquet file of a dataset version, from one sheet of one delivered file. Its columns are the contract's
 * columns that were kept, typed; the position of a row in it is its number in the file, from 0.
 *
 * @param file name inside the version's folder
 * @param places name of the Parquet file (pos, row): from position pos on, the delivered row number is row + (position -
 *     pos), until the next entry; row is the number a person sees (Excel row; line on which a record begins, header is
 *     line 1; index from 1 in a JSON array)
 * @param raw name of the Parquet file (pos, column, raw): the delivered text of cells that cleaning changed
 * @param sourceFile the delivered file, relative to the delivery
 * @param sourceSheet sheet of a workbook, else null
 */
public record Part(
        String file,
        long rows,
        String sha256,
        String places,
        String raw,
        @JsonProperty("source_file") String sourceFile,
        @JsonProperty("source_sheet") @Nullable String sourceSheet,
        @JsonProperty("source_sha256") String sourceSha256) {}
