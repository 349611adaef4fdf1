package cn.mingjian.server.dataset;

import cn.mingjian.intake.map.ColumnMapping;
import cn.mingjian.intake.map.Headings;
import cn.mingjian.intake.map.Layout;
import cn.mingjian.intake.map.Mapping;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.ColumnType;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.server.problem.Refusal;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mapping as a person sees and changes it: of every column it says where it comes from, or that it was not delivered.
 *
 * @param headerRow the row of the headings, where it cannot be found
 * @param columns those that are not named were not delivered
 * @param missing texts that mean "nothing was entered"
 */
public record Recipe(@Nullable Long headerRow, List<FromHeading> columns, List<String> missing) {

    private static final int LONGEST = 200;
    private static final int MOST = 500;
    private static final BigDecimal LARGEST_UNIT = BigDecimal.valueOf(1_000_000_000);

    public Recipe {
        columns = List.copyOf(columns);
        missing = List.copyOf(missing);
    }

    /**
     * One column.
     *
     * @param heading from which it comes, or null where every row has the value
     * @param unit how many of the contract's units a delivered unit is
     * @param codes delivered text to code
     * @param dates patterns, or {@code serial}
     * @param value what every row has
     */
    public record FromHeading(
            String column,
            @Nullable String heading,
            BigDecimal unit,
            Map<String, String> codes,
            List<String> dates,
            @Nullable String value) {

        public FromHeading {
            Objects.requireNonNull(column);
            Objects.requireNonNull(unit);
            codes = Map.copyOf(codes);
            dates = List.copyOf(dates);
        }

        private ColumnMapping mapping() {
            return new ColumnMapping(
                    heading == null ? List.of() : List.of(heading), unit, codes, dates, Optional.ofNullable(value));
        }
    }

    /** A recipe that was proposed. */
    static Recipe of(Mapping proposed) {
        List<FromHeading> columns = new ArrayList<>();
        proposed.columns()
                .forEach((column, how) -> columns.add(
                        new FromHeading(column, how.from().get(0), how.unit(), how.codes(), how.dates(), null)));
        return new Recipe(
                proposed.headerRow().isPresent() ? proposed.headerRow().getAsLong() : null,
                columns,
                List.copyOf(proposed.missing()));
    }

    /** This recipe for a table with other headings: what is gone is left out, what was found for others is taken in. */
    Recipe adapted(List<String> headings, Recipe proposed) {
        Set<String> there = headings.stream().map(Headings::plain).collect(Collectors.toSet());
        List<FromHeading> kept = columns.stream()
                .filter(one -> one.heading() == null || there.contains(Headings.plain(one.heading())))
                .collect(Collectors.toCollection(ArrayList::new));
        Set<String> used = kept.stream()
                .map(one -> Headings.plain(Objects.requireNonNullElse(one.heading(), "")))
                .collect(Collectors.toSet());
        Set<String> taken = kept.stream().map(FromHeading::column).collect(Collectors.toSet());
        proposed.columns().stream()
                .filter(one -> !taken.contains(one.column())
                        && !used.contains(Headings.plain(Objects.requireNonNullElse(one.heading(), ""))))
                .forEach(kept::add);
        return new Recipe(proposed.headerRow(), kept, missing);
    }

    Optional<FromHeading> column(String name) {
        return columns.stream().filter(one -> one.column().equals(name)).findFirst();
    }

    /** The recipe as intake replays it. */
    Mapping mapping(Contract contract) {
        Map<String, ColumnMapping> by = new LinkedHashMap<>();
        columns.forEach(one -> by.put(one.column(), one.mapping()));
        return new Mapping(
                contract.id(),
                by,
                new LinkedHashSet<>(missing),
                Optional.empty(),
                headerRow == null ? OptionalLong.empty() : OptionalLong.of(headerRow),
                Map.of());
    }

    /** A layout without columns that the recipe leaves out, though a heading names them. */
    Layout only(Layout layout) {
        Map<String, Integer> cells = new LinkedHashMap<>(layout.cells());
        Set<String> named = columns.stream().map(FromHeading::column).collect(Collectors.toSet());
        cells.keySet().retainAll(named);
        return new Layout(layout.headerRow(), layout.headings(), cells, layout.units(), layout.ignored());
    }

    /** Refuses a recipe that is none of this contract. */
    Recipe checked(Contract contract) {
        boolean right = columns.size() <= MOST
                && missing.size() <= MOST
                && missing.stream().allMatch(Recipe::shortEnough)
                && columns.stream().map(FromHeading::column).distinct().count() == columns.size()
                && columns.stream().allMatch(one -> {
                    Column column = contract.columns().get(one.column());
                    return column != null && fits(one, column);
                });
        if (!right) {
            throw Refusal.bad("dataset.recipe-wrong");
        }
        return this;
    }

    private static boolean fits(FromHeading one, Column column) {
        Set<String> codes = column.type() == ColumnType.BOOLEAN
                ? Set.of("true", "false")
                : column.codes().keySet();
        return (one.heading() == null) != (one.value() == null)
                && shortEnough(Objects.requireNonNullElse(one.heading(), ""))
                && shortEnough(Objects.requireNonNullElse(one.value(), ""))
                && one.unit().signum() > 0
                && one.unit().compareTo(LARGEST_UNIT) <= 0
                && one.unit().scale() <= 12
                && one.codes().size() <= MOST
                && one.codes().keySet().stream().allMatch(Recipe::shortEnough)
                && codes.containsAll(one.codes().values())
                && one.dates().stream().allMatch(Recipe::isDateForm);
    }

    private static boolean shortEnough(String text) {
        return text.length() <= LONGEST;
    }

    private static boolean isDateForm(String form) {
        if (form.equals(ColumnMapping.SERIAL)) {
            return true;
        }
        try {
            return shortEnough(form)
                    && !DateTimeFormatter.ofPattern(form, Locale.ENGLISH)
                            .toString()
                            .isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
