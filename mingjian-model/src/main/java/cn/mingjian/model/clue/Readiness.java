package cn.mingjian.model.clue;

import cn.mingjian.model.clue.Funnel.RuleCount;
import cn.mingjian.model.contract.Lack;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How many rules of a run had their data, and what to bring so that more of them have. Signals are not counted.
 *
 * @param rules how many rules the model has
 * @param ran how many of them ran
 * @param gaps what to bring, first what makes the most rules run for each register brought; each counts on those before it
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Readiness(int rules, int ran, List<Gap> gaps) {

    /**
     * Data that together make rules run.
     *
     * @param bring as {@code contract} or {@code contract.column}
     * @param rules codes of the rules that then can run
     */
    public record Gap(List<String> bring, List<String> rules) {

        private int cost() {
            return (int) bring.stream()
                    .map(one -> one.replaceFirst("\\..*", ""))
                    .distinct()
                    .count();
        }
    }

    private static final Comparator<Gap> MOST_FOR_LEAST = Comparator.<Gap>comparingDouble(
                    gap -> -(double) gap.rules().size() / gap.cost())
            .thenComparing(gap -> gap.bring().size())
            .thenComparing(gap -> String.join(",", gap.bring()));

    /** The readiness that the states and lacks of a run's rules show. */
    public static Readiness of(Funnel funnel) {
        List<RuleCount> rules =
                funnel.rules().stream().filter(rule -> !rule.signal()).toList();
        Map<String, List<Set<String>>> open = new LinkedHashMap<>();
        rules.stream()
                .filter(rule -> rule.state().equals(RuleCount.NOT_RUNNABLE))
                .forEach(rule -> open.put(rule.code(), Lack.ways(rule.lacks())));
        return new Readiness(rules.size(), rules.size() - open.size(), gaps(open));
    }

    private static List<Gap> gaps(Map<String, List<Set<String>>> open) {
        List<Gap> gaps = new ArrayList<>();
        Set<String> brought = new TreeSet<>();
        while (!open.isEmpty()) {
            Gap best = open.values().stream()
                    .flatMap(List::stream)
                    .map(way -> gap(way, brought, open))
                    .min(MOST_FOR_LEAST)
                    .orElseThrow();
            gaps.add(best);
            brought.addAll(best.bring());
            best.rules().forEach(open::remove);
        }
        return gaps;
    }

    private static Gap gap(Set<String> way, Set<String> brought, Map<String, List<Set<String>>> open) {
        Set<String> all = new TreeSet<>(brought);
        all.addAll(way);
        return new Gap(
                way.stream().filter(one -> !brought.contains(one)).toList(),
                open.entrySet().stream()
                        .filter(rule -> rule.getValue().stream().anyMatch(all::containsAll))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(ArrayList::new)));
    }
}
