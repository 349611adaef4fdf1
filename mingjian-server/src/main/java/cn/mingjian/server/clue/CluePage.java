package cn.mingjian.server.clue;

import cn.mingjian.model.Words;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One clue, masked, with all that its run knows of it.
 *
 * @param facts those of its sentence first
 * @param againstWords what speaks against it
 * @param undecidedWords what could not be checked
 * @param matched by which columns rows were matched
 * @param previous the clue before it in the list that was asked for, and likewise the next
 */
public record CluePage(
        @JsonUnwrapped ClueRow row,
        List<FactShown> facts,
        List<FactShown> running,
        Words gradeReason,
        SubjectShown subject,
        List<ProtectedShown> protectedPersons,
        @Nullable Words amountFormula,
        @Nullable Words amountWhose,
        List<Words> againstWords,
        List<ExclusionShown> exclusionsRun,
        List<UndecidedShown> undecidedWords,
        List<Words> ask,
        List<SourceRowShown> sourceRows,
        List<Words> matched,
        List<ClueLaw> law,
        String lawDate,
        List<EstablishShown> toEstablish,
        List<Words> measures,
        List<ParameterUsed> parameters,
        List<SameSubjectShown> sameSubject,
        @Nullable String previous,
        @Nullable String next,
        String asOf,
        UUID runId,
        Words model,
        String version,
        String fingerprint) {

    /** A fact with what it is called. */
    public record FactShown(Words title, Words value) {}

    /** Whom or what it is about. */
    public record SubjectShown(
            String type, @Nullable String id, @Nullable String name) {}

    /** A protected person, by role. */
    public record ProtectedShown(Words role, String id) {}

    /** An innocent explanation that was checked, with the hits of the rule that it dropped. */
    public record ExclusionShown(Words title, long dropped) {}

    /** An innocent explanation that could not be checked. */
    public record UndecidedShown(Words title, Words reason) {}

    /** A provision with its text on the law date. */
    public record ClueLaw(String law, String article, String text, String chosenBy, boolean verified) {}

    /**
     * What is to be established outside the registers.
     *
     * @param from who has it
     * @param how it is got
     * @param refutedBy why: what would refute the clue
     */
    public record EstablishShown(Words what, Words from, Words how, Words refutedBy) {}

    /** A parameter of the model with its value in this run. */
    public record ParameterUsed(Words title, String value, String source) {}

    /** Another clue of the run about the same subject. */
    public record SameSubjectShown(String clueId, String code, String grade) {}

    /**
     * Rows behind the clue, or a search that found none.
     *
     * @param search of a search that found none, what was searched
     */
    public record SourceRowShown(
            String input,
            Words title,
            @Nullable String file,
            @Nullable String sheet,
            @Nullable Long row,
            long count,
            boolean absent,
            @Nullable String knownUntil,
            @Nullable Words search,
            List<CellShown> cells) {}

    /**
     * A cell of such a row.
     *
     * @param value as a person reads it: codes by their labels, divisions by their names
     * @param raw as delivered, where cleaning changed it
     */
    public record CellShown(
            Words title,
            String column,
            @Nullable Words value,
            @Nullable String raw) {}
}
