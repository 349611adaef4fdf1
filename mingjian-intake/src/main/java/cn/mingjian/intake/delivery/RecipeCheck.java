package cn.mingjian.intake.delivery;

import cn.mingjian.intake.clean.Cleaned;
import cn.mingjian.intake.clean.Cleaners;
import cn.mingjian.intake.map.ColumnMapping;
import cn.mingjian.intake.map.Headings;
import cn.mingjian.intake.map.Layout;
import cn.mingjian.intake.map.Mapping;
import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds recipes against their contracts and against the files that were delivered. */
final class RecipeCheck {

    private static final int MOST_HEADINGS = 15;
    private static final int MOST_TABLES = 5;

    private final Problems problems;
    private final Map<String, List<Seen>> taken = new LinkedHashMap<>();
    private final Map<String, List<Seen>> strange = new LinkedHashMap<>();

    /** The headings of a delivered file or sheet. */
    private record Seen(String label, List<String> headings) {

        boolean hasOneOf(List<String> wanted) {
            List<String> there = headings.stream()
                    .flatMap(heading -> Headings.spellings(heading).stream())
                    .toList();
            return wanted.stream().map(Headings::plain).anyMatch(there::contains);
        }
    }

    RecipeCheck(Problems problems) {
        this.problems = problems;
    }

    /** A value for all rows must be one of its column. */
    void values(String label, Contract contract, Mapping mapping) {
        mapping.columns().forEach((name, how) -> {
            Column column = contract.columns().get(name);
            if (column != null && how.value().isPresent()) {
                byte[] text = how.value().get().getBytes(StandardCharsets.UTF_8);
                Cleaned cleaned = new Cleaned();
                Cleaners.of(column, how, how.unit(), mapping.missing()).clean(text, 0, text.length, cleaned);
                if (cleaned.outcome() != Cleaned.Outcome.VALUE) {
                    Words reason = Words.ofMessage(cleaned.reason().code());
                    Words allowed = Words.ofMessage("intake.allowed", column.labels());
                    problems.error(
                            Place.of(label),
                            "intake.mapping-value",
                            how.value().get(),
                            column.title(),
                            column.codes().isEmpty()
                                    ? reason
                                    : new Words(reason.zh() + allowed.zh(), reason.en() + allowed.en()));
                }
            }
        });
    }

    /** A table was taken for a contract. */
    void taken(Contract contract, String label, Layout layout) {
        taken.computeIfAbsent(contract.id(), id -> new ArrayList<>()).add(new Seen(label, layout.headings()));
    }

    /** A table that is named after a contract has none of its headings. */
    void strange(Contract contract, String label, Optional<Layout> guessed) {
        guessed.ifPresent(layout -> strange.computeIfAbsent(contract.id(), id -> new ArrayList<>())
                .add(new Seen(label, layout.headings())));
    }

    /**
     * The heading from which a column comes must be there: in none of a contract's tables is a mistake; in some, of the
     * others is told that the column is empty.
     */
    void headings(Contract contract, Mapping mapping) {
        List<Seen> tables = taken.getOrDefault(contract.id(), strange.getOrDefault(contract.id(), List.of()));
        if (tables.isEmpty()) {
            return;
        }
        mapping.columns().forEach((name, how) -> {
            Place place = mapping.written().get(name);
            Column column = contract.columns().get(name);
            if (place == null || column == null || how.from().isEmpty()) {
                return;
            }
            List<Seen> lacking =
                    tables.stream().filter(table -> !table.hasOneOf(how.from())).toList();
            if (lacking.size() == tables.size()) {
                problems.error(
                        place,
                        "intake.mapping-from",
                        column.title(),
                        quoted(how.from()),
                        labels(lacking),
                        advice(how, lacking));
            } else if (!lacking.isEmpty()) {
                problems.warning(
                        place,
                        "intake.mapping-from-some",
                        column.title(),
                        quoted(how.from()),
                        labels(lacking),
                        advice(how, lacking));
            }
        });
    }

    private static Words quoted(List<String> headings) {
        return Words.listed(headings.stream()
                .map(heading -> new Words("“" + heading + "”", '"' + heading + '"'))
                .toList());
    }

    private static String labels(List<Seen> tables) {
        String labels = String.join(
                ", ", tables.stream().limit(MOST_TABLES).map(Seen::label).toList());
        return tables.size() > MOST_TABLES ? labels + " …" : labels;
    }

    /** The nearest heading that is there, or those that are there. */
    private static Words advice(ColumnMapping how, List<Seen> tables) {
        List<String> there = tables.stream()
                .flatMap(table -> table.headings().stream())
                .filter(heading -> !heading.isBlank())
                .distinct()
                .toList();
        return how.from().stream()
                .flatMap(from -> Nearest.name(from, there).stream())
                .findFirst()
                .map(near -> Words.ofMessage("intake.mapping-from-near", near))
                .orElseGet(() -> Words.ofMessage(
                        "intake.mapping-from-there",
                        Words.listed(there.stream()
                                .limit(MOST_HEADINGS)
                                .map(Words::same)
                                .toList())));
    }
}
