package cn.mingjian.compiler.review;

import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.yaml.YamlMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Each name stands for one thing, and is written so that it can be told from operators, rules and derived relations. */
final class Names {

    private static final String WORD = "[a-z][a-z0-9_]*";
    private static final String ID = "[a-z0-9][a-z0-9-]*";

    private final ModelPackage pack;
    private final Set<String> relations = new HashSet<>();

    private Names(ModelPackage pack) {
        this.pack = pack;
    }

    static void review(ModelPackage pack) {
        new Names(pack).review();
    }

    private void review() {
        pack.inputs().forEach((name, input) -> relation(name, input.contract().place()));
        pack.tables().forEach((name, id) -> relation(name, id.place()));
        pack.steps().forEach((name, step) -> relation(name, step.place()));
        pack.parameters().forEach((name, parameter) -> {
            form(name, WORD, parameter.place());
            if (name.equals("as_of")) {
                pack.problems().error(parameter.place(), "rule.name-twice", name);
            }
        });
        Map<String, String> codes = new HashMap<>();
        pack.rules().forEach((id, rule) -> {
            form(id, ID, rule.place());
            ofClue(rule);
            rule.scalar("code").ifPresent(code -> {
                String other = codes.putIfAbsent(code.text(), id);
                if (other != null) {
                    pack.problems().error(code.place(), "rule.code-twice", code.text(), other);
                }
            });
        });
        pack.signals().forEach((id, signal) -> {
            form(id, ID, signal.place());
            ofClue(signal);
        });
        pack.exclusions().forEach((id, exclusion) -> form(id, ID, exclusion.place()));
    }

    private void relation(String name, Place place) {
        form(name, WORD, place);
        if (!relations.add(name)) {
            pack.problems().error(place, "rule.name-twice", name);
        }
    }

    /** Key, facts, running facts and amplifiers are read side by side. */
    private void ofClue(YamlMap rule) {
        Set<String> names = new HashSet<>(rule.texts("key"));
        names.add("grade");
        names.add("time_limit");
        for (String part : new String[] {"facts", "running", "amplifiers"}) {
            YamlMap named = rule.mapOrEmpty(part);
            for (YamlMap.Entry entry : named.entries()) {
                form(entry.key(), WORD, entry.place());
                if (!names.add(entry.key())) {
                    pack.problems().error(entry.place(), "rule.name-twice", entry.key());
                }
            }
        }
    }

    private void form(String name, String form, Place place) {
        if (!name.matches(form)) {
            pack.problems().error(place, form.equals(WORD) ? "rule.name-form" : "rule.id-form", name);
        }
    }
}
