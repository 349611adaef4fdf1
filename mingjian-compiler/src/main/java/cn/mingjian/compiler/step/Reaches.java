package cn.mingjian.compiler.step;

import cn.mingjian.model.dataset.Coverage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far the data reach, for each input and for whatever is computed from inputs. What is computed from several inputs
 * reaches as far as each of them does.
 */
public final class Reaches {

    /** Rows of a register that are gathered by key within half a gigabyte. */
    private static final long IN_MEMORY = 5_000_000;

    private final Map<String, List<Coverage>> ofInputs = new HashMap<>();
    private final Map<String, Long> rows = new HashMap<>();
    private final Map<String, Set<String>> inputsUnder = new HashMap<>();
    private final Map<String, Set<String>> mainInputs = new HashMap<>();
    private final Set<String> dated = new HashSet<>();
    private final Map<String, String> datingColumns = new HashMap<>();

    /**
     * Notes an input.
     *
     * @param coverages what each bound dataset version covers
     * @param count how many rows they have, where that is known
     * @param datedBy the column that dates a row of its contract, if one does
     */
    public void input(String input, List<Coverage> coverages, OptionalLong count, Optional<String> datedBy) {
        ofInputs.put(input, coverages);
        count.ifPresent(known -> rows.put(input, known));
        inputsUnder.put(input, Set.of(input));
        mainInputs.put(input, Set.of(input));
        datedBy.ifPresent(column -> {
            dated.add(input);
            datingColumns.put(input, column);
        });
    }

    /**
     * Notes that a relation is computed from others.
     *
     * @param mains those of them whose rows its rows are
     */
    public void computed(String relation, Iterable<String> reads, Iterable<String> mains) {
        Set<String> inputs = new TreeSet<>();
        for (String read : reads) {
            inputs.addAll(inputsUnder(read));
            if (dated.contains(read)) {
                dated.add(relation);
            }
        }
        inputsUnder.put(relation, inputs);
        Set<String> main = new TreeSet<>();
        mains.forEach(read -> main.addAll(mainInputs.getOrDefault(read, Set.of())));
        mainInputs.put(relation, main);
    }

    /**
     * Notes an input that is built because nobody delivered it. Its days are asked for as its own contract says, whatever it
     * is built from; it reaches as far as what it is built from.
     */
    public void built(String input, String rows, boolean isDated) {
        inputsUnder.put(input, inputsUnder(rows));
        mainInputs.put(input, mainInputs.getOrDefault(rows, Set.of()));
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

    /** The column that dates the rows of an input. */
    public Optional<String> datedBy(String input) {
        return Optional.ofNullable(datingColumns.get(input));
    }

    /** The days that every dataset version under a relation covers. */
    public Coverage of(String relation) {
        return Coverage.common(
                versionsUnder(relation).stream().flatMap(List::stream).toList());
    }

    /** Whether the inputs whose rows a relation's rows are fit into memory, so many times fewer than those of another. */
    public boolean isSmallBeside(String relation, String other, int times) {
        OptionalLong own = rows(relation);
        OptionalLong others = rows(other);
        return own.isPresent()
                && others.isPresent()
                && own.getAsLong() <= IN_MEMORY
                && times * own.getAsLong() <= others.getAsLong();
    }

    /** Whether the inputs whose rows a relation's rows are are known not to fit into memory. */
    public boolean isLarge(String relation) {
        OptionalLong rows = rows(relation);
        return rows.isPresent() && rows.getAsLong() > IN_MEMORY;
    }

    private OptionalLong rows(String relation) {
        Set<String> inputs = mainInputs.getOrDefault(relation, Set.of());
        return inputs.isEmpty() || !rows.keySet().containsAll(inputs)
                ? OptionalLong.empty()
                : OptionalLong.of(inputs.stream()
                        .mapToLong(input -> Objects.requireNonNull(rows.get(input)))
                        .sum());
    }

    /** What each dataset version covers, input by input under a relation. */
    List<List<Coverage>> versionsUnder(String relation) {
        return inputsUnder(relation).stream()
                .map(input -> ofInputs.getOrDefault(input, List.of(Coverage.NOT_STATED)))
                .toList();
    }

    /** The regions of the datasets whose rows a relation's rows are; nothing where one of them does not state its own. */
    List<String> areas(String relation) {
        List<Coverage> versions = mainInputs.getOrDefault(relation, Set.of()).stream()
                .flatMap(input -> ofInputs.getOrDefault(input, List.of(Coverage.NOT_STATED)).stream())
                .toList();
        return versions.stream().anyMatch(version -> version.regions().isEmpty())
                ? List.of()
                : versions.stream()
                        .flatMap(version -> version.regions().stream())
                        .distinct()
                        .sorted()
                        .toList();
    }
}
