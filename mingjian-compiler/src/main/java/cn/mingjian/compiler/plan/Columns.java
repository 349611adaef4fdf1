package cn.mingjian.compiler.plan;

/** Which fields the steps of a plan carry along. All give the same clues. */
public enum Columns {
    /** What a rule or a later step reads. */
    NEEDED,
    /** All: where rows are shown that a step could not decide, or where steps are changed after they were planned. */
    ALL
}
