package cn.mingjian.server.draft;

/** What is tried of a draft. */
public enum TrialKind {
    /** All its cases. */
    CASES,
    /** One of its cases, step by step. */
    CASE,
    /** The rows of datasets, step by step. */
    DATASETS
}
