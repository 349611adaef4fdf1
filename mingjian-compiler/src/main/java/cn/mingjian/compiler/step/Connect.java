package cn.mingjian.compiler.step;

import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Type.Form;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.step.Step.JavaStage;
import cn.mingjian.compiler.step.Step.Linking;
import cn.mingjian.model.contract.Lack;
import cn.mingjian.model.contract.Sensitivity;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code connect: relation, node, by, hub, add: {field: component | size}}: which nodes hang together over shared values.
 *
 * <p>Two nodes are linked when rows of both have the same value in one column of {@code by}; a value that more than {@code
 * hub} nodes share links nobody (an address with 3,000 companies says nothing). {@code component} is the least node of all
 * that are linked, over any number of steps, so that equal data give equal components; {@code size} is how many nodes they
 * are. Every row is kept; a null node has neither, a null value links nobody.
 */
final class Connect implements Operator {

    @Override
    public String word() {
        return "connect";
    }

    @Override
    public Step check(String name, YamlMap step, StepContext context) {
        step.allow(List.of("title", "connect", "node", "by", "hub", "add"));
        Relation left = context.relation(step, "connect");
        Optional<Field> node = step.requireScalar("node").flatMap(written -> StepFields.find(written, left, context));
        step.requireNode("by");
        List<String> by = StepFields.named(step, "by", left, context);
        step.requireNode("hub");
        String hub = StepFields.number(step, "hub", context).sql();
        Steps steps = Steps.of(name, this, left, context);
        Set<FieldRef> uses = new TreeSet<>();
        Set<Lack> lacks = new TreeSet<>();
        Sensitivity sensitivity = Sensitivity.PUBLIC;
        for (String field : by) {
            uses.add(new FieldRef(left.name(), field));
            Typed value = StepFields.value(left, field);
            lacks.addAll(value.lacks());
            sensitivity = sensitivity.with(value.sensitivity());
        }
        node.ifPresent(field -> uses.add(new FieldRef(left.name(), field.name())));
        node.ifPresent(field -> lacks.addAll(field.value().lacks()));
        Type type = node.map(Field::type).orElse(Type.ERROR);
        if (type.form() == Form.TEXT_LIST || type.form() == Form.DOUBLE) {
            context.problems().error(step.placeOf("node"), "step.connect-node", type.word());
        }
        String component = "";
        String size = "";
        for (Map.Entry<String, YamlScalar> added :
                step.mapOrEmpty("add").scalarMap().entrySet()) {
            if (left.field(added.getKey()).isPresent()) {
                context.problems().error(added.getValue().place(), "step.field-twice", added.getKey());
            }
            switch (added.getValue().text()) {
                case "component" -> {
                    component = added.getKey();
                    Sensitivity all = sensitivity.with(
                            node.map(field -> field.value().sensitivity()).orElse(Sensitivity.PUBLIC));
                    steps.put(component, new Typed("", type, all, uses, Set.of(), Optional.empty()));
                }
                case "size" -> {
                    size = added.getKey();
                    steps.put(size, new Typed("", Type.INTEGER, Sensitivity.PUBLIC, uses, Set.of(), Optional.empty()));
                }
                default ->
                    context.problems()
                            .error(
                                    added.getValue().place(),
                                    "step.connect-add",
                                    added.getValue().text());
            }
        }
        return steps.lacking(lacks)
                .deciding(uses)
                .words(
                        left.name(),
                        step.text("node").orElse(""),
                        String.join("、", by),
                        step.text("hub").orElse(""))
                .select(new JavaStage(new Linking(node.map(Field::name).orElse(""), by, hub, component, size)));
    }
}
