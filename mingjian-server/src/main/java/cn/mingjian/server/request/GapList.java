package cn.mingjian.server.request;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Delivered;
import cn.mingjian.compiler.Settings;
import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.contract.Lack;
import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.dataset.StoredColumns;
import cn.mingjian.server.delivery.DeliveredTables;
import cn.mingjian.server.installation.Packages;
import cn.mingjian.server.request.Gap.Gaps;
import cn.mingjian.server.request.Gap.Together;
import cn.mingjian.server.request.RequestPage.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which missing data would make which models runnable, for what a department has. */
@Component
class GapList {

    private static final int MOST_KNOWN = 64;
    private static final Comparator<Gap> MOST_UNLOCKED = Comparator.<Gap>comparingInt(
                    gap -> -gap.unlocks().size())
            .thenComparing(gap -> -gap.together().size())
            .thenComparing(gap -> -gap.rules())
            .thenComparing(gap -> -gap.helps().size())
            .thenComparing(Gap::contract);

    private final Needs needs;
    private final Owners owners;
    private final Packages packages;
    private final Compiler compiler;
    private final DeliveredTables delivered;
    private final StoredColumns stored;
    private final DataRequests requests;

    /** What models lack, by what is at hand: the library does not change under a running server. */
    private final Map<AtHand, List<Missing>> known =
            Collections.synchronizedMap(new LinkedHashMap<>(MOST_KNOWN, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<AtHand, List<Missing>> eldest) {
                    return size() > MOST_KNOWN;
                }
            });

    GapList(
            Needs needs,
            Owners owners,
            Packages packages,
            Compiler compiler,
            DeliveredTables delivered,
            StoredColumns stored,
            DataRequests requests) {
        this.needs = needs;
        this.owners = owners;
        this.packages = packages;
        this.compiler = compiler;
        this.delivered = delivered;
        this.stored = stored;
        this.requests = requests;
    }

    /**
     * What a model lacks.
     *
     * @param runnable whether any of its rules can run
     * @param ways of each rule that cannot: what must be delivered together
     */
    private record Missing(ModelNeed need, boolean runnable, List<List<Set<String>>> ways) {

        /** How many rules could run with a table alone. */
        int alone(String contract) {
            return (int) ways.stream()
                    .filter(rule ->
                            rule.stream().anyMatch(way -> way.stream().allMatch(one -> of(one).equals(contract))))
                    .count();
        }

        /** The tables that are to be delivered beside this one, by the shortest way that needs it. */
        Set<String> beside(String contract) {
            return ways.stream()
                    .flatMap(List::stream)
                    .map(way -> way.stream().map(Missing::of).collect(Collectors.toCollection(TreeSet::new)))
                    .filter(way -> way.contains(contract))
                    .min(Comparator.comparingInt(Set::size))
                    .map(way -> {
                        way.remove(contract);
                        return (Set<String>) way;
                    })
                    .orElse(Set.of());
        }

        private static String of(String lack) {
            return lack.replaceFirst("\\..*", "");
        }

        Named named() {
            return new Named(need.id(), need.title());
        }
    }

    /** The gap list of the actor's department, or for heads of the office. */
    Gaps of(Actor actor) {
        AtHand atHand = new AtHand(delivered.atHand(actor), stored.of(actor));
        List<Missing> missing = known.get(atHand);
        if (missing == null) {
            missing = packages.all().stream()
                    .map(pack -> missing(pack, atHand.of(pack.id())))
                    .toList();
            known.put(atHand, missing);
        }
        Map<String, UUID> open = requests.open(actor);
        Map<String, Set<String>> columns = lacking(missing, atHand);
        List<Gap> gaps = new ArrayList<>();
        for (Map.Entry<String, Set<String>> entry : columns.entrySet()) {
            gaps.add(gap(entry.getKey(), entry.getValue(), missing, atHand, open));
        }
        return new Gaps(
                missing.size(),
                (int) missing.stream().filter(Missing::runnable).count(),
                gaps.stream().sorted(MOST_UNLOCKED).toList());
    }

    private Missing missing(ModelPackage pack, Map<String, Set<String>> atHand) {
        Map<String, Delivered.Dataset> datasets = new TreeMap<>();
        atHand.forEach((id, names) -> datasets.put(id, new Delivered.Dataset(names, Coverage.NOT_STATED)));
        CheckedModel model = compiler.check(pack, new Delivered(datasets, false), Settings.FOR_CHECK);
        pack.problems().throwIfErrors();
        List<Rule> rules =
                model.rules().values().stream().filter(rule -> !rule.signal()).toList();
        return new Missing(
                needs.of(pack.id()),
                rules.stream().anyMatch(rule -> rule.clues().available()),
                rules.stream()
                        .filter(rule -> !rule.clues().available())
                        .map(rule -> Lack.ways(rule.clues().lacks()))
                        .toList());
    }

    /** The columns that some model uses and that are not at hand, by table. */
    private static Map<String, Set<String>> lacking(List<Missing> missing, AtHand atHand) {
        Map<String, Set<String>> lacking = new TreeMap<>();
        for (Missing model : missing) {
            Map<String, Set<String>> there = atHand.of(model.need().id());
            model.need().columns().forEach((contract, names) -> {
                Set<String> left = new TreeSet<>(names);
                left.removeAll(there.getOrDefault(contract, Set.of()));
                if (!left.isEmpty()) {
                    lacking.computeIfAbsent(contract, any -> new TreeSet<>()).addAll(left);
                }
            });
        }
        return lacking;
    }

    private Gap gap(String id, Set<String> lacking, List<Missing> models, AtHand atHand, Map<String, UUID> open) {
        List<Named> unlocks = new ArrayList<>();
        List<Together> together = new ArrayList<>();
        List<Named> helps = new ArrayList<>();
        int rules = 0;
        for (Missing model : models) {
            if (Collections.disjoint(model.need().columns().getOrDefault(id, Set.of()), lacking)) {
                continue;
            }
            int alone = model.alone(id);
            Set<String> beside = model.beside(id);
            rules += alone;
            if (!model.runnable() && alone > 0) {
                unlocks.add(model.named());
            } else if (!model.runnable() && !beside.isEmpty()) {
                together.add(new Together(
                        model.need().id(),
                        model.need().title(),
                        beside.stream().map(needs::title).toList()));
            } else {
                helps.add(model.named());
            }
        }
        Contract contract = needs.contract(id);
        return new Gap(
                id,
                contract.title(),
                contract.owner(),
                owners.name(contract.owner()),
                atHand.has(id) ? titles(contract, lacking) : List.of(),
                unlocks,
                together,
                rules,
                helps,
                open.get(id));
    }

    private static List<Words> titles(Contract contract, Set<String> names) {
        return contract.columns().values().stream()
                .filter(column -> names.contains(column.name()))
                .map(column -> column.title())
                .toList();
    }
}
