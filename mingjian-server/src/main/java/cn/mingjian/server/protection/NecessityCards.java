package cn.mingjian.server.protection;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Delivered;
import cn.mingjian.compiler.Lineage;
import cn.mingjian.compiler.Settings;
import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.server.installation.Packages;
import cn.mingjian.server.protection.NecessityCard.ColumnNeeded;
import cn.mingjian.server.protection.NecessityCard.RegisterNeeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Draws the necessity card of a model from its lineage. */
@Component
class NecessityCards {

    private final Packages packages;
    private final Compiler compiler;

    NecessityCards(Packages packages, Compiler compiler) {
        this.packages = packages;
        this.compiler = compiler;
    }

    Optional<NecessityCard> of(String model) {
        return packages.find(model).map(this::card);
    }

    private NecessityCard card(ModelPackage pack) {
        CheckedModel model = compiler.check(pack, Delivered.RAW, Settings.FOR_CHECK);
        pack.problems().throwIfErrors();
        Map<FieldRef, Set<String>> rules = rulesByColumn(model);
        Map<String, Contract> contracts = new TreeMap<>();
        Set<FieldRef> admitting = new TreeSet<>();
        for (InputView view : model.views().values()) {
            contracts.put(view.contract().id(), view.contract());
            admitting.addAll(byContract(model, view.admitReads()));
        }
        Map<String, Set<String>> used = new Lineage(model).columnsByContract();
        List<RegisterNeeded> registers = new ArrayList<>();
        contracts.forEach((id, contract) -> {
            List<ColumnNeeded> columns = contract.columns().values().stream()
                    .filter(column -> used.getOrDefault(id, Set.of()).contains(column.name()))
                    .map(column -> new ColumnNeeded(
                            column.name(),
                            column.title(),
                            column.sensitivity(),
                            List.copyOf(rules.getOrDefault(new FieldRef(id, column.name()), Set.of())),
                            admitting.contains(new FieldRef(id, column.name()))))
                    .toList();
            if (!columns.isEmpty()) {
                registers.add(new RegisterNeeded(id, contract.title(), columns));
            }
        });
        return new NecessityCard(
                pack.id(), pack.version(), pack.title(), pack.duty(), pack.necessity(), List.copyOf(registers));
    }

    private static Map<FieldRef, Set<String>> rulesByColumn(CheckedModel model) {
        Lineage lineage = new Lineage(model);
        Map<FieldRef, Set<String>> rules = new TreeMap<>();
        for (Map.Entry<String, Rule> rule : model.rules().entrySet()) {
            byContract(model, lineage.indirect(rule.getKey()))
                    .forEach(column -> rules.computeIfAbsent(column, any -> new TreeSet<>())
                            .add(rule.getValue().code()));
        }
        return rules;
    }

    /** Columns of inputs as columns of the contracts that the inputs read. */
    private static Set<FieldRef> byContract(CheckedModel model, Set<FieldRef> columns) {
        Set<FieldRef> found = new TreeSet<>();
        for (FieldRef column : columns) {
            InputView view = model.views().get(column.relation());
            if (view != null) {
                found.add(new FieldRef(view.contract().id(), column.field()));
            }
        }
        return found;
    }
}
