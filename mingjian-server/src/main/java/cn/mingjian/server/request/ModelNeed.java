package cn.mingjian.server.request;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Delivered;
import cn.mingjian.compiler.Lineage;
import cn.mingjian.compiler.Settings;
import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.contract.Lack;
import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.model.pack.ModelPackage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a model needs of registers.
 *
 * @param line its business line
 * @param columns the columns of each register that it uses, and no more
 * @param required those of them without which one of its rules cannot run, beside the keys
 * @param tables the registers without which one of its rules cannot run
 * @param telling words that would tell a reader which model it is
 */
record ModelNeed(
        String id,
        Words title,
        String line,
        Map<String, Set<String>> columns,
        Map<String, Set<String>> required,
        Set<String> tables,
        Set<String> telling) {

    static ModelNeed of(ModelPackage pack, Compiler compiler, Contracts contracts) {
        CheckedModel raw = compiler.check(pack, Delivered.RAW, Settings.FOR_CHECK);
        pack.problems().throwIfErrors();
        Map<String, Set<String>> columns = new Lineage(raw).columnsByContract();
        Map<String, Set<String>> required = new TreeMap<>();
        shortest(compiler.check(pack, keysOnly(columns.keySet(), contracts), Settings.FOR_CHECK))
                .map(one -> one.split("\\.", 2))
                .filter(named -> named.length == 2 && columns.containsKey(named[0]))
                .forEach(named -> required.computeIfAbsent(named[0], any -> new TreeSet<>())
                        .add(named[1]));
        Set<String> tables = new TreeSet<>(required.keySet());
        shortest(compiler.check(pack, Delivered.NOTHING, Settings.FOR_CHECK))
                .map(one -> one.replaceFirst("\\..*", ""))
                .filter(columns::containsKey)
                .forEach(tables::add);
        return new ModelNeed(pack.id(), pack.title(), pack.line(), columns, required, tables, telling(pack, raw));
    }

    /** The keys alone: what a rule then lacks is what it needs beside them. */
    private static Delivered keysOnly(Set<String> ids, Contracts contracts) {
        Map<String, Delivered.Dataset> datasets = new HashMap<>();
        ids.forEach(id -> contracts
                .find(id)
                .ifPresent(contract ->
                        datasets.put(id, new Delivered.Dataset(Set.copyOf(contract.key()), Coverage.NOT_STATED))));
        return new Delivered(datasets, false);
    }

    /** What the shortest way to run each rule names. */
    private static Stream<String> shortest(CheckedModel model) {
        return model.rules().values().stream()
                .filter(rule -> !rule.signal())
                .flatMap(rule -> Lack.ways(rule.clues().lacks()).stream().limit(1))
                .flatMap(Set::stream);
    }

    private static Set<String> telling(ModelPackage pack, CheckedModel model) {
        List<Words> words = new ArrayList<>(List.of(Words.same(pack.id()), pack.title()));
        pack.question().ifPresent(words::add);
        for (Rule rule : model.rules().values()) {
            words.add(rule.title());
            words.add(Words.same(rule.id()));
        }
        Set<String> telling = new TreeSet<>();
        words.forEach(one -> telling.addAll(List.of(one.zh(), one.en())));
        telling.removeIf(String::isBlank);
        return telling;
    }
}
