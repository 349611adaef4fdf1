package cn.mingjian.intake.proposal;

import cn.mingjian.intake.map.ColumnMapping;
import cn.mingjian.intake.map.HeadingLikeness;
import cn.mingjian.intake.map.Headings;
import cn.mingjian.intake.map.Layout;
import cn.mingjian.intake.map.Mapping;
import cn.mingjian.intake.map.MappingWriter;
import cn.mingjian.intake.read.Peek;
import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.Contract;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Proposes which delivered heading is which column of a contract, from names, synonyms, titles and the first values. A
 * proposal is never applied by itself: a person looks it over and saves it as a recipe.
 */
public final class MappingProposal {

    private static final double ENOUGH = 0.55;
    private static final double NAME_WEIGHT = 0.6;
    private static final int MOST_LINES = 6;
    private static final double MARGIN = 0.03;

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
     * @param unclear of these, the ones that are equally like two columns, with both
     */
    public record Proposed(
            Mapping recipe,
            List<Pair> pairs,
            List<String> openColumns,
            List<String> openHeadings,
            Map<String, List<String>> unclear) {

        /** The lines of the recipe for columns that no known heading names, by the id or the Chinese title of the column. */
        public Words lines(Contract contract) {
            List<Words> lines = pairs.stream()
                    .filter(pair -> pair.ground() == Ground.LIKENESS)
                    .limit(MOST_LINES)
                    .flatMap(pair -> Optional.ofNullable(contract.columns().get(pair.column())).stream()
                            .map(column -> line(pair, column)))
                    .toList();
            return new Words(
                    lines.stream().map(Words::zh).collect(Collectors.joining()),
                    lines.stream().map(Words::en).collect(Collectors.joining()));
        }

        private Words line(Pair pair, Column column) {
            ColumnMapping how = new ColumnMapping(
                    List.of(pair.heading()),
                    BigDecimal.ONE,
                    Map.of(),
                    recipe.column(pair.column()).dates(),
                    Optional.empty());
            return new Words(
                    "\n    " + MappingWriter.column(column.title().zh(), how),
                    "\n    " + MappingWriter.column(column.name(), how));
        }
    }

    private final Contract contract;
    private final Headings known;
    private final Layout layout;
    private final List<Peek> data;
    private final Map<String, List<String>> unclear = new LinkedHashMap<>();

    private MappingProposal(Contract contract, Layout layout, List<Peek> peeks) {
        this.contract = contract;
        this.known = new Headings(contract);
        this.layout = layout;
        this.data = peeks.stream()
                .filter(peek -> peek.number() > layout.headerRow())
                .toList();
    }

    /** Looks at the headings that a table's layout leaves unused. */
    public static Proposed propose(Contract contract, Layout layout, List<Peek> peeks) {
        return new MappingProposal(contract, layout, peeks).proposed(false);
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
                        .toList(),
                unclear);
    }

    private List<Pair> candidates(String heading, int cell) {
        Optional<String> column = known.column(heading);
        if (column.isPresent()) {
            return List.of(new Pair(column.get(), heading, Ground.NAME, 1));
        }
        if (layout.cells().containsValue(cell) || Headings.isOfEveryRegister(heading)) {
            return List.of();
        }
        List<String> values = values(cell);
        List<Pair> pairs = new ArrayList<>();
        for (Column candidate : contract.columns().values()) {
            if (layout.cells().containsKey(candidate.name())) {
                continue;
            }
            double likeness = HeadingLikeness.of(heading, candidate);
            double confidence = NAME_WEIGHT * likeness + (1 - NAME_WEIGHT) * ValueFit.share(candidate, values);
            if (likeness > 0 && confidence >= ENOUGH) {
                pairs.add(new Pair(candidate.name(), heading, Ground.LIKENESS, confidence));
            }
        }
        return unambiguous(heading, pairs);
    }

    /** Where the two best are about equal nobody knows which one is meant. */
    private List<Pair> unambiguous(String heading, List<Pair> pairs) {
        List<Pair> best = pairs.stream()
                .sorted(Comparator.comparingDouble(pair -> -pair.confidence()))
                .toList();
        boolean equal =
                best.size() > 1 && best.get(0).confidence() - best.get(1).confidence() < MARGIN;
        if (equal) {
            unclear.put(heading, List.of(best.get(0).column(), best.get(1).column()));
        }
        return equal ? List.of() : pairs;
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
                            List.of(pair.heading()),
                            layout.units().getOrDefault(pair.column(), BigDecimal.ONE),
                            ValueFit.codes(column, values),
                            ValueFit.dates(column, values),
                            Optional.empty()));
        }
        return new Mapping(
                contract.id(),
                columns,
                new LinkedHashSet<>(Mapping.USUAL_MISSING),
                Optional.empty(),
                headerStated ? OptionalLong.of(layout.headerRow()) : OptionalLong.empty(),
                Map.of());
    }
}
