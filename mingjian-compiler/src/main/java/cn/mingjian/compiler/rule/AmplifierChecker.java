package cn.mingjian.compiler.rule;

import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.rule.Rule.Amplifier;
import cn.mingjian.compiler.step.Matching;
import cn.mingjian.compiler.step.StepContext;
import cn.mingjian.model.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks the amplifiers of a rule. What its data cannot decide is unknown, so that neither it nor its contrary raises. */
final class AmplifierChecker {

    private final StepContext context;
    private final Relation hits;
    private final Set<FieldRef> uses;

    AmplifierChecker(StepContext context, Relation hits, Set<FieldRef> uses) {
        this.context = context;
        this.hits = hits;
        this.uses = uses;
    }

    List<Amplifier> check(YamlMap rule) {
        List<Amplifier> amplifiers = new ArrayList<>();
        YamlMap all = rule.mapOrEmpty("amplifiers");
        for (String name : all.keys()) {
            all.map(name).ifPresent(map -> amplifiers.add(amplifier(name, map, amplifiers.size())));
        }
        return amplifiers;
    }

    private Amplifier amplifier(String name, YamlMap map, int number) {
        map.allow(List.of("in", "as", "on", "where"));
        Relation register = context.relation(map, "in");
        map.requireNode("on");
        Matching matching = Matching.read(
                map, hits, register, context.scope(StepContext.left(hits), StepContext.right(register, map)), context);
        uses.addAll(matching.uses());
        boolean available = register.available() && matching.lacks().isEmpty();
        return new Amplifier(
                name,
                register.name(),
                available ? matching.outcome(register, "a" + number, context) : "",
                available,
                false);
    }
}
