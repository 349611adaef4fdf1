package cn.mingjian.compiler.checked;

import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.step.Reaches;
import cn.mingjian.compiler.step.Step;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.table.ReferenceTable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A model whose names, types and data are known.
 *
 * @param inputs relations of the inputs by relation name, those under derived contracts among them
 * @param views how inputs read data, by relation name
 * @param steps by relation name
 * @param rules rules and signals by relation name ({@code rule.x}, {@code signal.x})
 * @param order names of steps, rules and signals, each after what it reads
 * @param used fields that the rules read directly, by rule relation name
 * @param reaches how far the data under each relation reach
 * @param tables the reference tables that steps read, by relation name ({@code table.<id>})
 */
public record CheckedModel(
        ModelPackage pack,
        Map<String, Relation> inputs,
        Map<String, InputView> views,
        Map<String, Step> steps,
        Map<String, Rule> rules,
        List<String> order,
        Map<String, Set<FieldRef>> used,
        Reaches reaches,
        Map<String, ReferenceTable> tables) {}
