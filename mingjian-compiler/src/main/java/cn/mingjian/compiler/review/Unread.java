package cn.mingjian.compiler.review;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.step.Step;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Notes steps, inputs, exclusions and parameters that no rule and no signal can feel. */
final class Unread {

    private static final Pattern PARAMETER = Pattern.compile(":([A-Za-z_][A-Za-z0-9_]*)");

    private final CheckedModel model;
    private final ModelPackage pack;
    private final Reads reads;

    private Unread(CheckedModel model) {
        this.model = model;
        this.pack = model.pack();
        this.reads = new Reads(pack);
    }

    static void review(CheckedModel model) {
        ModelPackage pack = model.pack();
        Unread unread = new Unread(model);
        Set<String> reached = unread.reached();
        pack.steps().forEach((name, text) -> {
            if (!reached.contains(name)) {
                pack.problems().error(text.place(), "rule.unused-step", name);
            }
        });
        pack.inputs().values().stream()
                .filter(input -> !reached.contains(input.name()))
                .forEach(input -> pack.problems().error(input.contract().place(), "rule.unused-input", input.name()));
        unread.exclusions();
        unread.parameters();
    }

    private List<YamlMap> ends() {
        List<YamlMap> ends = new ArrayList<>(pack.rules().values());
        ends.addAll(pack.signals().values());
        return ends;
    }

    /** Everything that a rule or a signal reads, through steps and the companions of inputs. */
    private Set<String> reached() {
        Deque<String> open = new ArrayDeque<>();
        ends().forEach(rule -> open.addAll(reads.ofRule(rule)));
        Set<String> reached = new HashSet<>();
        while (!open.isEmpty()) {
            String name = open.pop();
            if (!reached.add(name)) {
                continue;
            }
            YamlMap step = pack.steps().get(name);
            if (step != null) {
                open.addAll(reads.ofStep(step));
            }
            Step checked = model.steps().get(name);
            if (checked != null) {
                open.addAll(checked.reads());
            }
            ModelPackage.Input input = pack.inputs().get(name);
            if (input != null) {
                input.beside().flatMap(map -> map.text("beside")).ifPresent(open::add);
            }
        }
        return reached;
    }

    private void exclusions() {
        Set<String> named = new HashSet<>();
        ends().forEach(rule -> named.addAll(reads.exclusionsOf(rule)));
        pack.exclusions().forEach((id, text) -> {
            if (!named.contains(id)) {
                pack.problems().error(text.place(), "rule.unused-exclusion", id);
            }
        });
    }

    private void parameters() {
        Set<String> named = new HashSet<>();
        List<YamlMap> texts = new ArrayList<>(ends());
        texts.addAll(pack.steps().values());
        texts.addAll(pack.exclusions().values());
        pack.inputs().values().forEach(input -> {
            input.admit().ifPresent(admit -> note(admit, named));
            input.beside().ifPresent(texts::add);
        });
        texts.forEach(text -> Reads.scalars(text).forEach(scalar -> note(scalar, named)));
        pack.parameters().values().stream()
                .filter(parameter -> !named.contains(parameter.name()))
                .forEach(parameter ->
                        pack.problems().error(parameter.place(), "rule.unused-parameter", parameter.name()));
    }

    private static void note(YamlScalar text, Set<String> named) {
        Matcher matcher = PARAMETER.matcher(text.text());
        while (matcher.find()) {
            named.add(matcher.group(1));
        }
    }
}
