package cn.mingjian.engine.mutants;

import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.engine.cases.CaseGroup;
import cn.mingjian.engine.cases.Crew;
import cn.mingjian.engine.cases.TestCase;
import cn.mingjian.engine.mutants.GroupTrial.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The mutants of one package against its groups of cases. First all mutants meet the largest group, on every thread; then
 * each other group is opened once, and meets those that still live.
 */
final class Battle {

    private final Target target;
    private final List<CaseGroup> groups;
    private final Attack.Progress progress;
    private final List<Mutant> mutants;
    private final Map<Integer, Fighter> fighters = new ConcurrentHashMap<>();
    private final Set<Integer> passing = ConcurrentHashMap.newKeySet();
    private final Set<Integer> turned = ConcurrentHashMap.newKeySet();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger killed = new AtomicInteger();

    Battle(Target target, List<CaseGroup> groups, Attack.Progress progress) {
        this.target = target;
        this.groups = groups.stream()
                .flatMap(group -> group.byCounts().stream())
                .sorted(Comparator.comparing((CaseGroup group) -> -group.cases().size()))
                .toList();
        this.progress = progress;
        this.mutants = Mutants.of(target.pack());
    }

    void fight(Crew crew) {
        if (groups.isEmpty()) {
            crew.each(mutants.size(), (engine, index) -> fighter(index));
            return;
        }
        CaseGroup largest = groups.get(0);
        Map<DuckSession, GroupTrial> trials = new ConcurrentHashMap<>();
        try {
            crew.each(mutants.size(), (engine, index) -> {
                GroupTrial trial = trials.computeIfAbsent(engine, first -> open(first, largest));
                meet(trial, largest, fighter(index), largest.codes(), false);
                tell();
            });
            crew.each(groups.size(), (engine, index) -> {
                if (index == 0) {
                    trials.values().stream().findFirst().ifPresent(trial -> turnRest(trial, largest));
                } else {
                    rest(engine, groups.get(index));
                }
                tell();
            });
        } finally {
            trials.values().forEach(GroupTrial::close);
        }
    }

    private void rest(DuckSession engine, CaseGroup group) {
        try (GroupTrial trial = open(engine, group)) {
            living().forEach(fighter -> meet(trial, group, fighter, group.codes(), false));
            turnRest(trial, group);
        }
    }

    private synchronized void tell() {
        progress.done(done.incrementAndGet(), mutants.size() + groups.size(), killed.get());
    }

    List<Verdict> verdicts() {
        return IntStream.range(0, mutants.size())
                .mapToObj(index -> fighter(index).verdict())
                .toList();
    }

    /** Near misses that no mutant turned into a hit. */
    List<TestCase> idle() {
        return groups.stream()
                .flatMap(group -> open(group).stream())
                .sorted(Comparator.comparing(TestCase::number))
                .toList();
    }

    /** Cases that fail without any mutation. */
    List<TestCase> failing() {
        return groups.stream()
                .flatMap(group -> group.cases().stream())
                .filter(test -> !passing.contains(test.number()))
                .sorted(Comparator.comparing(TestCase::number))
                .toList();
    }

    private Fighter fighter(int index) {
        return fighters.computeIfAbsent(index, number -> {
            Mutant mutant = mutants.get(number);
            Set<String> codes = target.codes(mutant);
            return new Fighter(mutant, codes, target.wayOf(mutant, codes));
        });
    }

    private List<Fighter> living() {
        return IntStream.range(0, mutants.size())
                .mapToObj(this::fighter)
                .filter(fighter -> !fighter.isKilled())
                .toList();
    }

    private GroupTrial open(DuckSession engine, CaseGroup group) {
        GroupTrial trial = new GroupTrial(group, target.plan(group, group.codes()), engine.duplicate());
        passing.addAll(trial.passing());
        return trial;
    }

    /**
     * Lets a mutant and a group meet, if cases of the group speak of what the mutant can change.
     *
     * @param asked codes of the rules that matter
     * @param whole whether every rule that differs runs, also after one has failed a case
     */
    private void meet(GroupTrial trial, CaseGroup group, Fighter fighter, Set<String> asked, boolean whole) {
        Set<String> codes = new HashSet<>(fighter.codes());
        codes.retainAll(asked);
        if (codes.isEmpty()
                || fighter.way().isEmpty()
                || !(whole ? fighter.meetsWholly(group) : fighter.meets(group))) {
            return;
        }
        Optional<Plan> plan = target.plan(fighter.way().get(), group, codes);
        Optional<Outcome> met = plan.map(changed -> trial.attempt(changed, codes, whole));
        met.ifPresent(outcome -> {
            turned.addAll(outcome.turned());
            fighter.changes(outcome.door());
            if (!outcome.failed()) {
                fighter.metWholly(group);
            }
            if (outcome.failed() && !fighter.isKilled()) {
                fighter.kill();
                killed.incrementAndGet();
            }
            group.cases().stream()
                    .filter(test -> outcome.moved().contains(test.number()))
                    .findFirst()
                    .ifPresent(fighter::moves);
        });
    }

    /** A case that only says which clues must not be there. */
    private static boolean isNearMiss(TestCase test) {
        return !test.expected().none().isEmpty()
                && test.expected().clues().isEmpty()
                && test.expected().unknown().isEmpty()
                && test.expected().states().isEmpty();
    }

    private List<TestCase> open(CaseGroup group) {
        return group.cases().stream()
                .filter(Battle::isNearMiss)
                .filter(test -> !turned.contains(test.number()))
                .toList();
    }

    /** Lets further mutants meet the group until each of its near misses was turned; what is left out first. */
    private void turnRest(GroupTrial trial, CaseGroup group) {
        List<Fighter> order = new ArrayList<>(
                IntStream.range(0, mutants.size()).mapToObj(this::fighter).toList());
        order.sort(Comparator.comparing(fighter -> fighter.mutant().kind() != Kind.DROPPED));
        for (Fighter fighter : order) {
            Set<String> asked = open(group).stream()
                    .flatMap(test -> test.expected().none().stream())
                    .collect(Collectors.toSet());
            meet(trial, group, fighter, asked, true);
        }
    }
}
