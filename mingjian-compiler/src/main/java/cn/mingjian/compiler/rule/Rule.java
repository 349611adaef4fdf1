package cn.mingjian.compiler.rule;

import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A checked rule or signal. Three levels of SQL: hits (alias {@code l} over the relation {@code from}), facts (aggregates
 * over the hits of a key, alias {@code h}), and what reads the facts (alias {@code c}).
 *
 * @param signal whether it is counted and shown only, without clue number
 * @param code the dossier's number
 * @param clues its clues as a relation that steps, amplifiers and source rows read
 * @param hits its hits as a relation
 */
public record Rule(
        String id,
        boolean signal,
        String code,
        Words title,
        Place place,
        String from,
        Relation clues,
        Relation hits,
        Hits conditions,
        List<String> key,
        Map<String, Typed> facts,
        Map<String, Typed> running,
        Subject subject,
        Map<String, Typed> derived,
        Ladder ladder,
        List<Exclusion> exclusions,
        List<Amplifier> amplifiers,
        List<Source> sources,
        Wording wording,
        int maxClues) {

    /** Most clues a rule may have in one place. */
    public static final int MAX_CLUES = 20_000;

    /**
     * Which rows are hits.
     *
     * @param where condition on the rows, if any
     * @param lawDate the day on which law is read, a value of the hit or of the run
     * @param inForceFrom first day on which the rule holds, if bounded
     * @param inForceTo last day on which it holds, if bounded
     */
    public record Hits(
            Optional<Typed> where, Typed lawDate, Optional<LocalDate> inForceFrom, Optional<LocalDate> inForceTo) {}

    /**
     * Whom or what the clue is about, as aggregates over the hits.
     *
     * @param type such as person, entity, venue, case
     * @param called what the package calls the name: a title that says it says the number where no name is known
     * @param persons aggregates that list the protected persons, by role
     */
    public record Subject(
            String type,
            Optional<Typed> id,
            Optional<Typed> name,
            String called,
            Optional<Typed> place,
            Map<String, Typed> persons) {}

    /**
     * The first line that holds gives the grade; none gives no clue.
     *
     * @param lines SQL condition over facts, or "true"
     */
    public record Ladder(List<Line> lines) {

        /**
         * One line of a ladder.
         *
         * @param written the condition as it stands in the model; empty for a rule of one grade
         * @param because the condition in words for a person, with placeholders as in a title, if the model gives them
         */
        public record Line(String grade, Typed condition, String written, Optional<Words> because) {

            /** Whether it holds for what no line before it took. */
            public boolean otherwise() {
                return written.equals("else");
            }
        }
    }

    /**
     * Raises a grade, never makes a clue.
     *
     * @param from the relation in which a matching row exists
     * @param lateral SQL that finds it for a hit, or empty when data are missing
     * @param raises whether it raises the grade by one by itself, because the ladder does not read it
     */
    public record Amplifier(String name, String from, String lateral, boolean available, boolean raises) {}

    /** An entry of source rows. */
    public sealed interface Source permits Found, Sought, Consulted {

        /** The input or the table whose rows are shown. */
        String of();

        /** Columns shown. */
        List<String> show();

        /** Whether the data that it reads were delivered. */
        boolean available();
    }

    /**
     * Rows of an input.
     *
     * @param join SQL condition between hit {@code l}, clue {@code c} and source row {@code r}
     */
    public record Found(String of, String join, List<String> show, boolean available) implements Source {}

    /**
     * A search that found nothing.
     *
     * @param keys field of the hits to column of the input, searched with equal values
     * @param join SQL condition that the keys of hit {@code l} and row {@code r} are equal
     * @param show columns of the nearest record that are shown
     * @param datedBy the column that dates a row, where the input has one that was delivered
     */
    public record Sought(
            String of,
            Map<String, String> keys,
            String join,
            List<String> show,
            Optional<String> datedBy,
            boolean available)
            implements Source {}

    /**
     * Rows of a reference table that lookups read for the hits.
     *
     * @param of the table's relation name
     * @param name the model's name of the table
     */
    public record Consulted(String of, String name, List<String> show) implements Source {

        @Override
        public boolean available() {
            return true;
        }
    }

    /** What is said to people and read by later work; kept as written and rendered when a clue is shown. */
    public record Wording(
            List<Choice> supervised,
            List<Choice> measures,
            List<Choice> law,
            Optional<Amount> amount,
            Optional<TimeLimit> timeLimit,
            Map<String, String> ground,
            List<Map<String, String>> toEstablish,
            List<Words> ask,
            List<String> reopen,
            String urgency) {}

    /** One of several values with the condition under which it holds. */
    public record Choice(String code, Words words, Optional<Typed> name, Optional<Typed> when, boolean otherwise) {}

    /** The money of a clue. */
    public record Amount(Typed yuan, Words formula, String whose) {}

    /** Last day for acting. */
    public record TimeLimit(Typed day) {}
}
