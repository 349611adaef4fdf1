package cn.mingjian.engine.mutants;

import static cn.mingjian.engine.mutants.TextMutants.below;

import cn.mingjian.model.yaml.YamlList;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mutants of one rule: hits, validity, facts, ladder, exclusions, amplifiers. What is only said is not attacked. */
final class RuleMutants {

    private final TextMutants found;
    private final YamlMap rule;
    private final List<String> path;

    RuleMutants(TextMutants found, YamlMap rule, List<String> path) {
        this.found = found;
        this.rule = rule;
        this.path = path;
    }

    void find() {
        found.condition(rule, "where", path);
        rule.scalar("law_date").ifPresent(text -> found.value(text, below(path, "law_date")));
        inForce();
        for (String facts : List.of("facts", "running")) {
            rule.map(facts).ifPresent(map -> found.values(map, below(path, facts)));
        }
        rule.map("amount")
                .flatMap(amount -> amount.scalar("yuan"))
                .ifPresent(yuan -> found.value(yuan, below(path, "amount", "yuan")));
        ladder();
        found.eachDropped(rule, "exclusions", path);
        YamlMap amplifiers = rule.mapOrEmpty("amplifiers");
        for (String name : amplifiers.keys()) {
            amplifiers.map(name).ifPresent(one -> amplifier(name, one, below(path, "amplifiers", name)));
        }
    }

    private void inForce() {
        YamlMap inForce = rule.mapOrEmpty("in_force");
        for (String end : inForce.keys()) {
            List<String> at = below(path, "in_force");
            inForce.scalar(end).ifPresent(day -> {
                found.dropped(inForce, end, at, end + " " + day.text());
                found.neighbours(day, below(at, end));
            });
        }
    }

    private void ladder() {
        if (rule.node("grade").filter(YamlList.class::isInstance).isEmpty()) {
            return;
        }
        List<cn.mingjian.model.yaml.YamlNode> lines =
                rule.list("grade").map(YamlList::items).orElse(List.of());
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof YamlMap line
                    && line.without("because").keys().size() == 1) {
                line(line, below(path, "grade", String.valueOf(i)), lines.size() > 1);
            }
        }
    }

    private void line(YamlMap line, List<String> at, boolean hasOthers) {
        String grade = line.without("because").keys().iterator().next();
        Optional<YamlScalar> condition = line.scalar(grade);
        if (hasOthers) {
            String shown = grade + ": " + condition.map(YamlScalar::text).orElse("");
            Change gone = new Change(at, Optional.empty());
            found.add(TextMutants.id(at), Kind.DROPPED, line.place(), shown, "", gone);
        }
        condition
                .filter(text -> !text.text().equals("else"))
                .ifPresent(text -> found.condition(text, below(at, grade)));
    }

    /** Without effect rather than left out, because the ladder may name it. */
    private void amplifier(String name, YamlMap amplifier, List<String> at) {
        List<YamlMap.Entry> entries = new ArrayList<>(amplifier.entries());
        amplifier
                .scalar("in")
                .ifPresent(in -> entries.add(new YamlMap.Entry("where", in.place(), TextMutants.scalar(in, "false"))));
        YamlMap never = YamlMap.of(entries, amplifier.place(), amplifier.problems());
        Change change = new Change(at, Optional.of(never));
        found.add(TextMutants.id(at), Kind.DROPPED, amplifier.place(), name, "", change);
        found.condition(amplifier, "where", at);
        found.eachDropped(amplifier, "on", at);
    }
}
