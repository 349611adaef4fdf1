package cn.mingjian.intake.proposal;

import cn.mingjian.intake.map.ColumnMapping;
import cn.mingjian.intake.map.Headings;
import cn.mingjian.intake.map.Layout;
import cn.mingjian.intake.map.Mapping;
import cn.mingjian.intake.read.Peek;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.Contract;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Proposes which delivered heading is which column of a contract, from names, synonyms, titles and the first values. A
 * proposal is never applied by itself: a person looks it over and saves it as a recipe.
 */
public final class MappingProposal {

    private static final double ENOUGH = 0.55;
    private static final double NAME_WEIGHT = 0.6;

    /** What a proposed pair rests on. */
    public enum Ground {
        /** The heading is a name, title or synonym of the column. */
        NAME,
        /** The heading is like one, and the values fit the column's type. */
        LIKENESS
    }

    /**
     * A pair of heading and column.
     *
     * @param confidence 1 for a known name, else likeness of name and fit of values together, from 0.55 to 1
     */
    public record Pair(String column, String heading, Ground ground, double confidence) {}

    /**
     * A proposal.
     *
     * @param recipe for {@code <contract>.mapping.yaml}
     * @param openColumns columns for which no heading was found
     * @param openHeadings headings for which no column was found
     */
    public record Proposed(Mapping recipe, List<Pair> pairs, List<String> openColumns, List<String> openHeadings) {}

    private final Contract contract;
    private final Headings known;
    private final Layout layout;
    private final List<Peek> data;

    private MappingProposal(Contract contract, Layout layout, List<Peek> peeks) {
        this.contract = contract;
        this.known = new Headings(contract);
        this.layout = layout;
        this.data = peeks.stream()
                .filter(peek -> peek.number() > layout.headerRow())
                .toList();
    }

    /**
     * Looks at the first records of a table.
     *
     * @return empty when no headings can be found
     */
    public static Optional<Proposed> propose(Contract contract, List<Peek> peeks) {
        Optional<Layout> found = Layout.find(peeks, new Headings(contract), Mapping.none(contract.id()));
        return found.or(() -> Layout.guess(peeks))
                .map(layout -> new MappingProposal(contract, layout, peeks).proposed(found.isEmpty()));
    }

    private Proposed proposed(boolean headerStated) {
        List<Pair> candidates = new ArrayList<>();
        for (int cell = 0; cell < layout.headings().size(); cell++) {
            String heading = layout.headings().get(cell);
            if (!heading.isBlank()) {
                candidates.addAll(candidates(heading, cell));
            }
        }
        candidates.sort(Comparator.comparingDouble((Pair pair) -> -pair.confidence())
                .thenComparing(Pair::heading)
                .thenComparing(Pair::column));
        Map<String, Pair> byColumn = new LinkedHashMap<>();
        Set<String> used = new LinkedHashSet<>();
        for (Pair pair : candidates) {
            if (!byColumn.containsKey(pair.column()) && used.add(pair.heading())) {
                byColumn.put(pair.column(), pair);
            }
        }
        List<Pair> pairs = contract.columns().keySet().stream()
                .flatMap(column -> Optional.ofNullable(byColumn.get(column)).stream())
                .toList();
        return new Proposed(
                recipe(pairs, headerStated),
                pairs,
                contract.columns().keySet().stream()
                        .filter(column -> !byColumn.containsKey(column))
                        .toList(),
                layout.headings().stream()
                        .filter(heading -> !heading.isBlank() && !used.contains(heading))
                        .toList());
    }

    private List<Pair> candidates(String heading, int cell) {
        Optional<String> column = known.column(heading);
        if (column.isPresent()) {
            return List.of(new Pair(column.get(), heading, Ground.NAME, 1));
        }
        List<String> values = values(cell);
        List<Pair> pairs = new ArrayList<>();
        for (Column candidate : contract.columns().values()) {
            double likeness = Headings.likeness(heading, candidate);
            double confidence = NAME_WEIGHT * likeness + (1 - NAME_WEIGHT) * ValueFit.share(candidate, values);
            if (likeness > 0 && confidence >= ENOUGH) {
                pairs.add(new Pair(candidate.name(), heading, Ground.LIKENESS, confidence));
            }
        }
        return pairs;
    }

    private List<String> values(int cell) {
        return data.stream()
                .filter(peek -> cell < peek.cells().size())
                .map(peek -> peek.cells().get(cell))
                .filter(text -> !text.isBlank() && !Mapping.USUAL_MISSING.contains(text.trim()))
                .toList();
    }

    private Mapping recipe(List<Pair> pairs, boolean headerStated) {
        Map<String, ColumnMapping> columns = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            Column column =
                    Optional.ofNullable(contract.columns().get(pair.column())).orElseThrow();
            List<String> values = values(layout.headings().indexOf(pair.heading()));
            columns.put(
                    pair.column(),
                    new ColumnMapping(
                            pair.heading(),
                            layout.units().getOrDefault(pair.column(), java.math.BigDecimal.ONE),
                            ValueFit.codes(column, values),
                            ValueFit.dates(column, values),
                            Optional.empty()));
        }
        return new Mapping(
                contract.id(),
                columns,
                new LinkedHashSet<>(Mapping.USUAL_MISSING),
                Optional.empty(),
                headerStated ? OptionalLong.of(layout.headerRow()) : OptionalLong.empty());
    }
}
