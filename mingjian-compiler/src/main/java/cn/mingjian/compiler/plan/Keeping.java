package cn.mingjian.compiler.plan;

/** Which steps a plan keeps as temporary tables of the run. All give the same clues. */
public enum Keeping {
    /** Only what a Java stage reads. */
    FUSED,
    /** What two rules read. */
    SHARED,
    /** Every step: for preview, teaching and doubt. */
    TRACED
}
