package cn.mingjian.intake.map;

import cn.mingjian.intake.read.Peek;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the table lies in a sheet or file and which of its cells are which columns.
 *
 * @param headerRow number of the row or line with the headings; what stands above is no data
 * @param headings as delivered
 * @param cells column of the contract to the place of its cell, from 0
 * @param units column to what one delivered unit is, where its heading says so ({@code 金额(万元)})
 * @param ignored headings that are no column of the contract, or name one a second time
 */
public record Layout(
        long headerRow,
        List<String> headings,
        Map<String, Integer> cells,
        Map<String, BigDecimal> units,
        List<String> ignored) {

    private static final int ENOUGH = 2;

    /**
     * The row among the first ones whose cells name most columns; the first of equals.
     *
     * @return empty when no row names the key or at least two columns (one, where the table has no more)
     */
    public static Optional<Layout> find(List<Peek> peeks, Headings headings, Mapping mapping) {
        Optional<Layout> best = Optional.empty();
        for (Peek peek : peeks) {
            if (mapping.headerRow().isPresent() && mapping.headerRow().getAsLong() != peek.number()) {
                continue;
            }
            Layout layout = of(peek, headings, mapping);
            if (layout.cells.size() > best.map(found -> found.cells.size()).orElse(0)) {
                best = Optional.of(layout);
            }
        }
        return best.filter(layout -> layout.cells.size() >= Math.min(ENOUGH, filled(layout.headings))
                || layout.cells.keySet().containsAll(headings.key()));
    }

    private static int filled(List<String> headings) {
        return (int) headings.stream().filter(heading -> !heading.isBlank()).count();
    }

    private static Layout of(Peek peek, Headings headings, Mapping mapping) {
        Map<String, String> renamed = new LinkedHashMap<>();
        mapping.columns()
                .forEach((column, how) -> how.from().forEach(from -> renamed.put(Headings.plain(from), column)));
        Map<String, Integer> cells = new LinkedHashMap<>();
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < peek.cells().size(); i++) {
            String heading = peek.cells().get(i);
            Optional<String> column = Headings.spellings(heading).stream()
                    .flatMap(spelling -> Optional.ofNullable(renamed.get(spelling)).stream())
                    .findFirst()
                    .or(() -> headings.column(heading)
                            .filter(name -> mapping.column(name).byHeadings()));
            if (column.isPresent() && !cells.containsKey(column.get())) {
                cells.put(column.get(), i);
                Units.of(Headings.remark(heading)).ifPresent(unit -> units.put(column.get(), unit));
            } else if (!heading.isBlank()) {
                ignored.add(heading);
            }
        }
        return new Layout(peek.number(), peek.cells(), cells, units, ignored);
    }

    /**
     * The headings of a table of no known contract: the row among the first with the most different short texts that
     * are no numbers; the first of equals. Notes above a table have few cells, rows of type names repeat themselves.
     */
    public static Optional<Layout> guess(List<Peek> peeks) {
        Peek best = null;
        int bestScore = 0;
        for (Peek peek : peeks) {
            int score = score(peek);
            if (score > bestScore) {
                best = peek;
                bestScore = score;
            }
        }
        return Optional.ofNullable(best)
                .map(peek -> new Layout(peek.number(), peek.cells(), Map.of(), Map.of(), List.of()));
    }

    private static int score(Peek peek) {
        Set<String> different = new LinkedHashSet<>();
        for (String cell : peek.cells()) {
            String plain = Headings.plain(cell);
            if (!plain.isEmpty() && plain.length() <= 30 && !plain.chars().allMatch(Character::isDigit)) {
                different.add(plain);
            }
        }
        return different.size();
    }
}
