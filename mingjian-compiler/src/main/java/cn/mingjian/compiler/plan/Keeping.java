package cn.mingjian.compiler.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which steps a plan keeps as temporary tables of the run. All give the same clues. */
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
