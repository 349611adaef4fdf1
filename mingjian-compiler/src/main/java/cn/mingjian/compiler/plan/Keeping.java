package cn.mingjian.compiler.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Which steps a plan keeps as relations of the run: as temporary tables, or as views where their rows follow one by one
 * from what is stored. All give the same clues.
 */
public enum Keeping {
    /** Only what a Java stage reads. */
    @JsonProperty("fused")
    FUSED,
    /** What two rules read. */
    @JsonProperty("shared")
    SHARED,
    /** Every step: for preview, teaching and doubt. */
    @JsonProperty("traced")
    TRACED
}
