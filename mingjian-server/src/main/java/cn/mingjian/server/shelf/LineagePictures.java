package cn.mingjian.server.shelf;

import cn.mingjian.compiler.Lineage;
import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.rule.Exclusion;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.step.Step;
import cn.mingjian.model.Words;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.table.ReferenceTable;
import cn.mingjian.running.output.ReportWords;
import cn.mingjian.server.shelf.LineageShown.FactOrigin;
import cn.mingjian.server.shelf.LineageShown.LineageEdge;
import cn.mingjian.server.shelf.LineageShown.LineageKind;
import cn.mingjian.server.shelf.LineageShown.LineageNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes the pictures of where the clues of a model come from. Steps without a title are left out, what they join is not. */
final class LineagePictures {

    private final CheckedModel model;
    private final Lineage lineage;
    private final Library library;
    private final ReportWords zh;
    private final ReportWords en;

    /** @param model as if everything were delivered */
    LineagePictures(CheckedModel model, Library library, LocalDate today) {
        this.model = model;
        this.lineage = new Lineage(model);
        this.library = library;
        this.zh = new ReportWords(model.pack(), library, Optional.empty(), today, Language.ZH);
        this.en = new ReportWords(model.pack(), library, Optional.empty(), today, Language.EN);
    }

    /** One picture a rule, in the order of the model. */
    List<LineageShown> shown() {
        return model.rules().values().stream().map(this::shown).toList();
    }

    private LineageShown shown(Rule rule) {
        Map<String, Set<String>> reads = new LinkedHashMap<>();
        String self = rule.clues().name();
        Set<String> main = titled(rule.from());
        Set<String> excluding = new LinkedHashSet<>();
        rule.exclusions().stream().map(Exclusion::from).forEach(from -> excluding.addAll(titled(from)));
        excluding.removeAll(main);
        Set<String> all = new LinkedHashSet<>(main);
        all.addAll(excluding);
        rule.amplifiers().forEach(amplifier -> all.addAll(titled(amplifier.from())));
        reads.put(self, all);
        all.forEach(name -> walk(name, reads));
        Map<String, Integer> layers = new LinkedHashMap<>();
        reads.keySet().forEach(name -> layer(name, reads, layers));
        bringNear(reads, layers);
        List<LineageNode> nodes = reads.keySet().stream()
                .map(name -> new LineageNode(name, kind(name), title(name), layers.getOrDefault(name, 0)))
                .sorted(Comparator.comparingInt(LineageNode::layer))
                .toList();
        List<LineageEdge> edges = new ArrayList<>();
        reads.forEach((to, from) ->
                from.forEach(one -> edges.add(new LineageEdge(one, to, to.equals(self) && excluding.contains(one)))));
        return new LineageShown(rule.id(), rule.code(), rule.title(), nodes, edges, facts(rule));
    }

    private void walk(String name, Map<String, Set<String>> reads) {
        if (reads.containsKey(name)) {
            return;
        }
        Set<String> below = new LinkedHashSet<>();
        reads.put(name, below);
        read(name).forEach(one -> below.addAll(titled(one)));
        below.remove(name);
        below.forEach(one -> walk(one, reads));
    }

    /** What stands for a relation in the picture: itself, or where it has no title, what it is made from. */
    private Set<String> titled(String name) {
        Set<String> found = new LinkedHashSet<>();
        titled(name, found, new LinkedHashSet<>());
        return found;
    }

    private void titled(String name, Set<String> found, Set<String> seen) {
        if (name.isEmpty() || !seen.add(name)) {
            return;
        }
        if (read(name).isEmpty() || hasTitle(name)) {
            found.add(name);
        } else {
            read(name).forEach(one -> titled(one, found, seen));
        }
    }

    private boolean hasTitle(String name) {
        return Optional.ofNullable(model.pack().steps().get(name))
                .flatMap(step -> step.map("title"))
                .isPresent();
    }

    private List<String> read(String name) {
        Step step = model.steps().get(name);
        if (step != null) {
            return step.reads();
        }
        Rule rule = model.rules().get(name);
        return rule == null ? List.of() : List.of(rule.from());
    }

    private static int layer(String name, Map<String, Set<String>> reads, Map<String, Integer> layers) {
        Integer known = layers.get(name);
        if (known != null) {
            return known;
        }
        layers.put(name, 0); // what reads itself is drawn where it was met
        int layer = 0;
        for (String below : reads.getOrDefault(name, Set.of())) {
            layer = Math.max(layer, layer(below, reads, layers) + 1);
        }
        layers.put(name, layer);
        return layer;
    }

    /** What reads nothing stands just before the first that reads it. */
    private static void bringNear(Map<String, Set<String>> reads, Map<String, Integer> layers) {
        reads.forEach((name, below) -> {
            if (below.isEmpty()) {
                reads.entrySet().stream()
                        .filter(reader -> reader.getValue().contains(name))
                        .mapToInt(reader -> layers.getOrDefault(reader.getKey(), 1) - 1)
                        .min()
                        .ifPresent(layer -> layers.put(name, layer));
            }
        });
    }

    private LineageKind kind(String name) {
        if (model.rules().containsKey(name)) {
            return LineageKind.RULE;
        }
        if (model.steps().containsKey(name)) {
            return LineageKind.STEP;
        }
        return model.views().containsKey(name) ? LineageKind.REGISTER : LineageKind.TABLE;
    }

    private Words title(String name) {
        return switch (kind(name)) {
            case REGISTER -> both(said -> said.input(local(name)));
            case TABLE ->
                library.tables()
                        .find(name.replaceFirst("^table\\.", ""))
                        .map(ReferenceTable::title)
                        .orElseGet(() -> both(said -> said.input(name)));
            case STEP, RULE -> both(said -> said.step(name));
        };
    }

    /** Of a register that a derived one is built from, the register; of others the name in the model. */
    private String local(String name) {
        return model.pack().inputs().containsKey(name) ? name : name.replaceFirst("/.*", "");
    }

    private List<FactOrigin> facts(Rule rule) {
        return rule.facts().keySet().stream()
                .map(fact -> new FactOrigin(
                        both(said -> said.fact(fact)),
                        lineage.direct(List.of(new FieldRef(rule.clues().name(), fact))).stream()
                                .map(this::column)
                                .distinct()
                                .toList()))
                .toList();
    }

    private Words column(FieldRef column) {
        String input = local(column.relation());
        return both(said -> said.input(input) + " · " + said.column(input, column.field()));
    }

    private Words both(Function<ReportWords, String> said) {
        return new Words(said.apply(zh), said.apply(en));
    }
}
