package cn.mingjian.model.clue;

import cn.mingjian.model.Words;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A suspected problem (线索), never a finding. As JSON one clue a line; the names are those of design section 7.
 *
 * @param clueId HMAC-SHA-256 of the clue key under the installation's numbering key
 * @param rule id of the rule in the package; {@code code} is the dossier's number
 * @param ruleStatus {@code active}; other states belong to rules that are tried or retired
 * @param key values as text in canonical form, in declared order
 * @param place division code of the place, or null when it is not known
 * @param title in both languages, with values in clear
 * @param facts text, numbers, or null where unknown
 * @param running facts that move with the as-of date; no part of the fingerprint
 * @param matched input columns with identity numbers or codes by which rows were matched
 * @param lowerBounds values of reference tables that are too low where a local one is missing; so is what was computed
 * @param against what speaks against the clue, in both languages
 * @param fingerprint digest of grade, amount and facts
 * @param sameSubject the other clues of this run about the same subject
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Clue(
        int schema,
        String clueId,
        String model,
        String version,
        String modelDigest,
        String rule,
        String code,
        String ruleStatus,
        Map<String, String> key,
        @Nullable String place,
        Words title,
        Subject subject,

        @com.fasterxml.jackson.annotation.JsonProperty("protected")
        List<Protected> protectedPersons,

        List<Body> supervised,
        Map<String, String> ground,
        String grade,
        Words gradeReason,
        @Nullable String strength,
        String urgency,
        @Nullable Money amount,
        Map<String, @Nullable Object> facts,
        Map<String, @Nullable Object> running,
        List<String> matched,
        List<String> amplifiers,
        List<String> signals,
        List<SourceRow> sourceRows,
        List<Words> against,
        List<ExclusionRun> exclusionsRun,
        List<Undecided> exclusionsUndecided,
        List<Words> ask,
        List<Map<String, String>> toEstablish,
        List<LawShown> law,
        String lawDate,
        List<LowerBound> lowerBounds,
        List<ParameterUsed> parameters,
        List<String> measures,
        @Nullable String timeLimit,
        String fingerprint,
        String asOf,
        RunMark run,
        SameSubject sameSubject) {

    public static final int SCHEMA = 1;

    /** Whom or what the clue is about. */
    public record Subject(
            String type, @Nullable String id, @Nullable String name) {}

    /** A protected person: shown by role, never the subject. */
    public record Protected(String role, String id) {}

    /** A supervised body. */
    public record Body(String code, Words name) {}

    /** Money with the formula that gave it. */
    public record Money(@Nullable BigDecimal yuan, Words formula, String whose) {}

    /** An exclusion that was decided, with the hits that it dropped. */
    public record ExclusionRun(String id, Words title, long dropped) {}

    /** An exclusion that could not be decided. */
    public record Undecided(String id, Words title, Words reason) {}

    /** A provision as it is shown for the law date. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record LawShown(String law, String article, String text, String chosenBy, boolean verified) {}

    /**
     * A value of a reference table that stood in for a missing local one.
     *
     * @param row line of the table's file
     */
    public record LowerBound(String table, Words title, long row, String source) {}

    /**
     * A parameter's value.
     *
     * @param source where the value comes from: law, practice, proposal
     * @param whose who set it: package, profile or --set
     */
    public record ParameterUsed(String name, String value, String source, String whose) {}

    /**
     * The other clues of a run about the same subject: their facts and amounts may be the same ones.
     *
     * @param others how many there are
     * @param clues the first of them, in the order of the run
     */
    public record SameSubject(int others, List<Other> clues) {
        public static final SameSubject NONE = new SameSubject(0, List.of());
    }

    /** Another clue of the run. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Other(String clueId, String rule, String code, String grade) {}

    /** The run that made the clue. */
    public record RunMark(String fingerprint, String purpose) {}
}
