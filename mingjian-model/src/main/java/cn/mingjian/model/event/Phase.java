package cn.mingjian.model.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an import or a run is doing; the words of its events. */
public enum Phase {
    /** An import reads a delivered file; the step is the file. */
    @JsonProperty("read")
    READ,
    /** An import writes the parts of a version. */
    @JsonProperty("parts")
    PARTS,
    /** An import writes the manifest. */
    @JsonProperty("manifest")
    MANIFEST,
    /** A run reads library and package and makes its plan. */
    @JsonProperty("compile")
    COMPILE,
    /** A run computes an act of its plan; the step is the relation or the rule. */
    @JsonProperty("stage")
    STAGE,
    /** A run reads the clues of a rule and the rows behind them; the step is the rule. */
    @JsonProperty("source-rows")
    SOURCE_ROWS,
    /** A run writes its result into the unfinished folder; the step is the file. */
    @JsonProperty("result")
    RESULT,
    /** What was written gets its name, in one step: a version, or the result of a run. */
    @JsonProperty("rename")
    RENAME
}
