package cn.mingjian.compiler.step;

import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.model.dataset.Coverage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a row asks of a register, in SQL.
 *
 * @param first first day, if one is named
 * @param last last day, if one is named
 * @param places division codes; the register must speak of all of them; none when no dataset states its regions
 * @param asOf the day on which the tree of divisions is read; codes are followed through their history to it
 */
record Asked(Optional<String> first, Optional<String> last, List<String> places, String asOf) {

    private record Days(Optional<LocalDate> from, Optional<LocalDate> until) {}

    /**
     * SQL: what is asked cannot be told or is not covered.
     *
     * @param inputs for each input of the register what its dataset versions cover; a place must be covered by a version of
     *     each input, and the days by all versions that speak of the place
     */
    String leaves(List<List<Coverage>> inputs) {
        List<String> reasons = new ArrayList<>();
        last.ifPresent(day -> reasons.add(day + " IS NULL"));
        first.ifPresent(day -> reasons.add(day + " IS NULL"));
        for (List<Coverage> versions : inputs) {
            if (versions.stream().allMatch(version -> version.regions().isEmpty())) {
                reasons.addAll(outside(days(Coverage.common(versions))));
            } else {
                places.forEach(place -> reasons.addAll(leaves(versions, place)));
            }
        }
        return reasons.isEmpty() ? "false" : reasons.stream().distinct().collect(Collectors.joining(" OR ", "(", ")"));
    }

    private List<String> leaves(List<Coverage> versions, String place) {
        Map<Days, List<Coverage>> byDays = new LinkedHashMap<>();
        versions.forEach(version ->
                byDays.computeIfAbsent(days(version), any -> new ArrayList<>()).add(version));
        List<String> reasons = new ArrayList<>();
        List<String> spokenOf = new ArrayList<>();
        byDays.forEach((days, alike) -> {
            String holds = holds(alike, place);
            spokenOf.add(holds);
            List<String> outside = outside(days);
            if (!outside.isEmpty()) {
                reasons.add("(" + holds + " AND (" + String.join(" OR ", outside) + "))");
            }
        });
        reasons.add("NOT (" + String.join(" OR ", spokenOf) + ")");
        return reasons;
    }

    /** SQL: one of these versions speaks of the place; never null. */
    private String holds(List<Coverage> versions, String place) {
        return versions.stream().anyMatch(version -> version.regions().isEmpty())
                ? "true"
                : versions.stream()
                        .flatMap(version -> version.regions().stream())
                        .distinct()
                        .map(region ->
                                Lookup.RANK + "(" + Sql.text(region) + ", " + place + ", " + asOf + ") IS NOT NULL")
                        .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private List<String> outside(Days days) {
        if (days.until.filter(Coverage.NO_DAY::equals).isPresent()) {
            return List.of("true");
        }
        List<String> outside = new ArrayList<>();
        last.ifPresent(day -> days.until.ifPresent(until -> outside.add(day + " > " + Sql.date(until))));
        first.ifPresent(day -> days.from.ifPresent(from -> outside.add(day + " < " + Sql.date(from))));
        return outside;
    }

    private static Days days(Coverage coverage) {
        return new Days(Optional.ofNullable(coverage.from()), Optional.ofNullable(coverage.knownUntil()));
    }
}
