package cn.mingjian.intake.quality;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import found, in counts; no value of a cell but texts that are no code of a list. Written beside the manifest as {@value #FILE}.
 *
 * @param key columns that identify a row
 * @param duplicateRows rows beyond the first of each key, among those whose key is complete; null where no column of the
 *     key was kept
 */
public record QualityReport(
        String contract,
        List<SourceQuality> sources,
        List<ColumnQuality> columns,
        List<String> key,
        @JsonProperty("duplicate_rows") @Nullable Long duplicateRows) {

    public static final String FILE = "quality.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * One delivered file or sheet.
     *
     * @param headerRow row or line of its headings; 0 where the format names its cells
     * @param taken delivered heading to column
     * @param ignored headings that were not asked for, are no column of the contract or name one a second time
     * @param read rows that are not blank
     * @param rejected reason to rows, see {@code rejected.csv}
     * @param firstRejected the first of these rows
     * @param scopeUnknown rows of which it could not be told whether a purpose needs them: not stored
     * @param firstScopeUnknown the first of these rows
     */
    public record SourceQuality(
            String file,
            @Nullable String sheet,
            String format,
            @JsonProperty("header_row") long headerRow,
            Map<String, String> taken,
            List<String> ignored,
            long read,
            long kept,
            long blank,
            Map<String, Long> rejected,
            @JsonProperty("first_rejected") List<Long> firstRejected,
            @JsonProperty("out_of_scope") long outOfScope,
            @JsonProperty("scope_unknown") long scopeUnknown,
            @JsonProperty("first_scope_unknown") List<Long> firstScopeUnknown) {

        /** All rejected rows. */
        public long rejectedRows() {
            return rejected.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * One kept column, over the rows that were kept.
     *
     * @param count rows with a value
     * @param nulls rows without
     * @param distinct different values; exact for identity numbers and key columns
     * @param estimated whether {@code distinct} is an estimate (within a few per cent)
     * @param invalid values kept although their own check fails
     * @param changed values that do not read as delivered
     * @param untypable reason to cells that were no value of the type and are null
     * @param unknownCodes cells whose text is no code of the list, in rejected rows and rows of unknown scope too
     * @param unknownTexts the most frequent of these texts, as far as they can be no person's
     */
    public record ColumnQuality(
            String column,
            String type,
            long count,
            long nulls,
            long distinct,
            boolean estimated,
            long invalid,
            long changed,
            Map<String, Long> untypable,
            @JsonProperty("unknown_codes") long unknownCodes,
            @JsonProperty("unknown_texts") Map<String, Long> unknownTexts,
            List<Example> examples) {}

    /**
     * A cell to look at.
     *
     * @param reason as in {@code untypable}, or {@code invalid}
     */
    public record Example(String file, @Nullable String sheet, long row, String reason) {

        /** The reason of a value that was kept although its own check fails. */
        public static final String INVALID = "invalid";

        boolean isInvalid() {
            return reason.equals(INVALID);
        }
    }

    /** Writes the report into a version's folder. */
    public void write(Path folder) throws IOException {
        JSON.writeValue(folder.resolve(FILE).toFile(), this);
    }

    /** Reads the report of a version. */
    public static QualityReport read(Path folder) throws IOException {
        return JSON.readValue(folder.resolve(FILE).toFile(), QualityReport.class);
    }
}
