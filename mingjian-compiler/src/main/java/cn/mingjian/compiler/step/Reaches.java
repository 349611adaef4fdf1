package cn.mingjian.compiler.step;

import cn.mingjian.model.dataset.Coverage;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far the data reach, for each input and for whatever is computed from inputs. What is computed from several inputs
 * reaches as far as each of them does.
 */
public final class Reaches {

    private final Map<String, Coverage> ofInputs = new HashMap<>();
    private final Map<String, Set<String>> inputsUnder = new HashMap<>();
    private final Set<String> dated = new HashSet<>();

    /**
     * Notes an input.
     *
     * @param isDated whether its contract has a dating column
     */
    public void input(String input, Coverage coverage, boolean isDated) {
        ofInputs.put(input, coverage);
        inputsUnder.put(input, Set.of(input));
        if (isDated) {
            dated.add(input);
        }
    }

    /** Notes that a relation is computed from others. */
    public void computed(String relation, Iterable<String> reads) {
        Set<String> inputs = new TreeSet<>();
        for (String read : reads) {
            inputs.addAll(inputsUnder(read));
            if (dated.contains(read)) {
                dated.add(relation);
            }
        }
        inputsUnder.put(relation, inputs);
    }

    /**
     * Notes an input that is built because nobody delivered it. Its days are asked for as its own contract says, whatever it
     * is built from; it reaches as far as what it is built from.
     */
    public void built(String input, String rows, boolean isDated) {
        inputsUnder.put(input, inputsUnder(rows));
        if (isDated) {
            dated.add(input);
        }
    }

    /** The inputs from which a relation is computed. */
    public Set<String> inputsUnder(String relation) {
        return inputsUnder.getOrDefault(relation, Set.of());
    }

    /** Whether an input that a relation reads has a dating column, so that it can be asked how far it reaches. */
    public boolean isDated(String relation) {
        return dated.contains(relation);
    }

    /** The common reach of the dated inputs under a relation. */
    public Coverage of(String relation) {
        LocalDate from = null;
        LocalDate until = null;
        for (String input : inputsUnder(relation)) {
            Coverage coverage = ofInputs.getOrDefault(input, Coverage.NOT_STATED);
            if (coverage.from() != null && (from == null || coverage.from().isAfter(from))) {
                from = coverage.from();
            }
            if (coverage.knownUntil() != null
                    && (until == null || coverage.knownUntil().isBefore(until))) {
                until = coverage.knownUntil();
            }
        }
        return new Coverage(from, until, java.util.List.of(), null);
    }
}
