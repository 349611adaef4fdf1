package cn.mingjian.engine.cases;

import cn.mingjian.model.problem.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One given/expect case.
 *
 * @param number tells the rows of the cases of a package apart, from 1
 * @param given rows by contract id, column to text; an absent text is null
 * @param missing contracts, and columns as {@code contract.column}, that are not delivered; those neither given nor missing are delivered, complete and empty
 */
public record TestCase(
        int number,
        String name,
        Place place,
        Conditions conditions,
        Map<String, List<Map<String, Optional<String>>>> given,
        Expected expected) {

    /**
     * What cases must share to run in one statement.
     *
     * @param knownUntil last day on which a contract's register is known, by contract id
     * @param regions the only division codes of which a contract's register speaks, by contract id
     */
    public record Conditions(
            String asOf,
            Map<String, String> parameters,
            List<String> missing,
            Map<String, String> knownUntil,
            Map<String, List<String>> regions) {}

    /** What must come out. */
    public record Expected(
            List<ExpectedClue> clues, List<String> none, List<String> unknown, Map<String, String> states) {}

    /** A clue that must be there; what is not given is not asserted. */
    public record ExpectedClue(
            Place place,
            String code,
            Optional<String> subject,
            Optional<String> grade,
            Optional<String> amount,
            Map<String, String> key,
            Map<String, String> facts) {}
}
