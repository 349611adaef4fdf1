package cn.mingjian.server.delivery;

import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.contract.Lack;
import cn.mingjian.model.contract.LackWords;
import cn.mingjian.running.Binding;
import cn.mingjian.server.delivery.DeliveryPage.ModelReady;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What of a model can run on a delivery.
 *
 * @param knownUntil the earliest stated end of a register on whose silence it concludes, where it can run at all
 */
record ModelReadiness(ModelReady model, Optional<LocalDate> knownUntil) {

    static ModelReadiness of(Binding binding, Contracts contracts) {
        List<Rule> rules = binding.model().rules().values().stream()
                .filter(rule -> !rule.signal())
                .toList();
        List<Rule> idle =
                rules.stream().filter(rule -> !rule.clues().available()).toList();
        Set<Lack> lacks = new TreeSet<>();
        idle.forEach(rule -> lacks.addAll(rule.clues().lacks()));
        ModelReady ready = new ModelReady(
                binding.pack().id(),
                binding.pack().title(),
                rules.size() - idle.size(),
                rules.size(),
                words(Lack.essential(lacks), new LackWords(contracts)));
        return new ModelReadiness(ready, ready.rulesRunnable() == 0 ? Optional.empty() : binding.knownUntil());
    }

    /** Whole registers first, then the columns of each, then what has alternatives. */
    private static List<Words> words(Collection<Lack> lacks, LackWords words) {
        List<Words> registers = new ArrayList<>();
        Map<String, List<Lack>> columns = new TreeMap<>();
        List<Words> others = new ArrayList<>();
        for (Lack lack : lacks) {
            String name = lack.toString();
            if (lack.named().size() > 1) {
                others.add(words.words(List.of(lack)));
            } else if (name.contains(".")) {
                columns.computeIfAbsent(name.replaceFirst("\\..*", ""), any -> new ArrayList<>())
                        .add(lack);
            } else {
                registers.add(words.words(List.of(lack)));
            }
        }
        columns.values().forEach(of -> registers.add(words.words(of)));
        registers.addAll(others);
        return registers;
    }
}
