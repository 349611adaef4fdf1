package cn.mingjian.model.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Data that were not delivered and of which one way of several is enough. Several lacks beside each other are all to be
 * made good.
 *
 * @param oneOf the ways; each names what must be delivered together, as {@code contract} or {@code contract.column}
 */
public record Lack(@JsonProperty("one_of") List<List<String>> oneOf) implements Comparable<Lack> {

    /** More ways than a person would read: the longest are left out, so that no package can make them grow without end. */
    private static final int MOST_WAYS = 32;

    private static final int MOST_CONSIDERED = 32 * MOST_WAYS;

    private static final Comparator<Set<String>> SHORTEST_FIRST =
            Comparator.<Set<String>>comparingInt(Set::size).thenComparing(Set::toString);

    /** A contract that nobody delivered. */
    public static Lack of(String contract) {
        return new Lack(List.of(List.of(contract)));
    }

    /** A column without which a contract was delivered. */
    public static Lack of(String contract, String column) {
        return of(contract + "." + column);
    }

    /**
     * What is lacking where any one of several things would do.
     *
     * @param alternatives what each of them lacks; none where one of them lacks nothing
     */
    public static Set<Lack> oneOf(Collection<Set<Lack>> alternatives) {
        Set<Set<String>> ways = new TreeSet<>(SHORTEST_FIRST);
        alternatives.forEach(lacks -> ways.addAll(ways(lacks)));
        List<Set<String>> shortest = shortest(ways);
        Set<String> common = new TreeSet<>(shortest.isEmpty() ? Set.of() : shortest.get(0));
        shortest.forEach(common::retainAll);
        Set<Lack> lacks = common.stream().map(Lack::of).collect(Collectors.toCollection(TreeSet::new));
        if (shortest.size() > 1) {
            lacks.add(new Lack(shortest.stream()
                    .map(way ->
                            way.stream().filter(one -> !common.contains(one)).toList())
                    .toList()));
        }
        return lacks;
    }

    /**
     * The ways to make good all of several lacks, the shortest first, at most {@value #MOST_WAYS}; none that delivers more
     * than another needs.
     */
    public static List<Set<String>> ways(Collection<Lack> lacks) {
        List<Set<String>> ways = List.of(Set.of());
        for (Lack lack : lacks) {
            Set<Set<String>> longer = new TreeSet<>(SHORTEST_FIRST);
            for (Set<String> way : ways) {
                for (List<String> more : lack.oneOf) {
                    Set<String> both = new TreeSet<>(way);
                    both.addAll(more);
                    longer.add(both);
                }
            }
            ways = shortest(longer);
        }
        return ways;
    }

    private static List<Set<String>> shortest(Set<Set<String>> ways) {
        List<Set<String>> considered = ways.stream().limit(MOST_CONSIDERED).toList();
        return considered.stream()
                .filter(way ->
                        considered.stream().noneMatch(other -> other.size() < way.size() && way.containsAll(other)))
                .limit(MOST_WAYS)
                .toList();
    }

    /** The same lacks without those that are made good whenever another is. */
    public static Set<Lack> essential(Collection<Lack> lacks) {
        Set<Lack> essential = new TreeSet<>(lacks);
        for (Lack lack : new TreeSet<>(lacks)) {
            if (essential.stream().anyMatch(other -> !other.equals(lack) && lack.isMadeGoodWith(other))) {
                essential.remove(lack);
            }
        }
        return essential;
    }

    private boolean isMadeGoodWith(Lack other) {
        return other.oneOf.stream().allMatch(way -> oneOf.stream().anyMatch(way::containsAll));
    }

    /** Everything that it names. */
    public Set<String> named() {
        return oneOf.stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public int compareTo(Lack other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return oneOf.stream().map(way -> String.join("+", way)).collect(Collectors.joining("|"));
    }
}
