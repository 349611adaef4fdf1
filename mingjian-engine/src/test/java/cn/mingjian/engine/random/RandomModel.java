package cn.mingjian.engine.random;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.engine.random.Rows.Kind;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of a model drawn from a seed: steps over the contracts of {@link RandomLibrary}, each by a primitive or a
 * pattern drawn at random over relations drawn at random, and a rule or a signal for every step that no other reads.
 */
final class RandomModel {

    private static final int FEWEST_STEPS = 2;
    private static final int MOST_STEPS = 5;
    private static final int MOST_ROWS = 2_000;
    private static final int FEWEST_LINKS = 2;

    /** How steps are drawn: one at a time, or several that belong together. */
    private static final List<String> WAYS = List.of("chain", "chain", "checked number", "companion");

    private static final List<String> ROW_BY_ROW = List.of("filter", "filter", "derive", "enrich", "lookup");
    private static final List<String> OF_COMPANIONS = List.of("join", "enrich", "tally", "keep", "absent", "missing");

    private final Draw draw;
    private final Map<String, Rows> relations = new LinkedHashMap<>();
    private final Set<String> read = new LinkedHashSet<>();
    private final Set<String> rated = new LinkedHashSet<>();
    private final List<String> words = new ArrayList<>();
    private final StringBuilder steps = new StringBuilder();
    private final StringBuilder rules = new StringBuilder();
    private final StringBuilder signals = new StringBuilder();
    private final StringBuilder exclusions = new StringBuilder();

    RandomModel(long seed) {
        draw = new Draw(seed);
        RandomLibrary.inputs().forEach(input -> relations.put(input.name(), input));
        int count = FEWEST_STEPS + draw.below(MOST_STEPS - FEWEST_STEPS + 1);
        List<String> operators = Stream.concat(RandomStep.WORDS.stream(), RandomMeeting.WORDS.stream())
                .distinct()
                .toList();
        step("s0", operators.get((int) (seed % operators.size())));
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                steps("s" + i);
            }
            if (draw.oneIn(4)) {
                rule("s" + i);
            }
        }
        List<String> ends = relations.keySet().stream()
                .filter(name -> name.startsWith("s") && !name.contains("."))
                .toList();
        ends.stream().filter(name -> !read.contains(name)).forEach(this::rule);
    }

    /** The words of the primitives and patterns that were drawn, and of the parts of rules. */
    List<String> words() {
        return words;
    }

    /** All such words. */
    static Set<String> allWords() {
        Set<String> all = new TreeSet<>(WAYS);
        all.addAll(RandomStep.WORDS);
        all.addAll(RandomMeeting.WORDS);
        all.addAll(RandomRule.WORDS);
        return all;
    }

    String text() {
        StringBuilder text = new StringBuilder("format: 1\nid: random\nversion: 1.0.0\ntitle: {zh: t, en: t}\n"
                + "line: civil\npoint: p\npurpose: {duty: {zh: d, en: d}, necessity: {zh: n, en: n}}\ninputs:\n");
        RandomLibrary.declared(read)
                .forEach(line -> text.append("  ").append(line).append('\n'));
        text.append("tables: {")
                .append(Stream.of("rate", "band")
                        .filter(table -> steps.indexOf("in: " + table) > 0)
                        .map(table -> table + ": " + table)
                        .collect(Collectors.joining(", ")))
                .append("}\n");
        text.append("steps:\n").append(steps);
        part(text, "exclusions", exclusions);
        part(text, "rules", rules);
        part(text, "signals", signals);
        return text.toString();
    }

    /** The package of this model, if the checker lets it pass. */
    Optional<ModelPackage> checked(Compiler compiler, Path folder) throws IOException {
        Path written = Files.createDirectories(folder.resolve("random"));
        Files.writeString(written.resolve("model.yaml"), text());
        Optional<ModelPackage> pack = PackageReader.read(written, new Problems());
        pack.ifPresent(compiler::check);
        return pack.filter(one -> !one.problems().hasErrors());
    }

    private static void part(StringBuilder text, String name, StringBuilder lines) {
        if (!lines.isEmpty()) {
            text.append(name).append(":\n").append(lines);
        }
    }

    private void steps(String name) {
        if (draw.oneIn(2)) {
            step(name);
            return;
        }
        String way = draw.of(WAYS);
        words.add(way);
        switch (way) {
            case "chain" -> chain(name);
            case "checked number" -> checkedNumber(name);
            default -> companion(name);
        }
    }

    /** Steps that look at one row at a time, one after the other. */
    private void chain(String name) {
        Rows rows = relation();
        int links = FEWEST_LINKS + draw.below(4);
        for (int i = 1; i <= links; i++) {
            String link = i == links ? name : name + "c" + i;
            String word = draw.of(ROW_BY_ROW);
            if (word.equals("enrich") && i < links && !draw.oneIn(3)) {
                rows = changed(link, rows, link(link + "e", word, rows, relation()));
            } else {
                rows = link(link, word, rows, relation());
            }
        }
    }

    /** Enriched rows of which a field changes that they had before. */
    private Rows changed(String name, Rows before, Rows enriched) {
        RandomStep step = new RandomStep(name, new Rows(enriched.name(), before.fields(), enriched.about()), draw);
        String text = step.text("derive");
        Map<String, Kind> fields = new LinkedHashMap<>(enriched.fields());
        fields.putAll(step.rows().fields());
        write(name, "derive", text, new Rows(name, fields, enriched.about()), List.of(enriched));
        return relations.getOrDefault(name, enriched);
    }

    /** Rows whose number is sound, and then those of another relation that they meet. */
    private void checkedNumber(String name) {
        Rows rows = draw.of(relations.values().stream()
                .filter(one -> one.isFull() && one.has(Kind.PERSON) && one.about() < 100)
                .toList());
        if (draw.oneIn(2)) {
            rows = link(name + "n0", "filter", rows, rows);
        }
        String text = "filter: " + rows.name() + ", where: \"id_valid(" + rows.any(Kind.PERSON, draw) + ")\"";
        Rows checked = new Rows(name + "n", rows.fields(), rows.about());
        write(checked.name(), "filter", text, checked, List.of(rows));
        link(name, "join", checked, relation());
    }

    /** What stands beside firms, for firms or for what was made of them. */
    private void companion(String name) {
        Rows left = draw.of(relations.values().stream()
                .filter(one -> one.isFull() && one.fields().containsKey("k") && one.about() < 100)
                .toList());
        link(name, draw.of(OF_COMPANIONS), left, relations.getOrDefault("mate", left));
    }

    private Rows link(String name, String word, Rows left, Rows right) {
        if (RandomStep.WORDS.contains(word)) {
            RandomStep step = new RandomStep(name, left, draw);
            write(name, word, step.text(word), step.rows(), List.of(left));
        } else {
            RandomMeeting meeting = new RandomMeeting(name, left, right, draw);
            write(name, word, meeting.text(word), meeting.rows(), List.of(left, right));
        }
        return relations.getOrDefault(name, left);
    }

    private void step(String name) {
        step(name, draw.of(draw.oneIn(2) ? RandomStep.WORDS : RandomMeeting.WORDS));
    }

    private void step(String name, String word) {
        Rows left = relation();
        Rows right = RandomStep.WORDS.contains(word) ? left : relation();
        if (!fits(word, left, right)) {
            step(name, word);
        } else if (word.equals("compare")) {
            link(name, word, link(name + "a", "group", left, left), link(name + "b", "group", right, right));
        } else {
            link(name, word, left, right);
        }
    }

    private boolean fits(String word, Rows left, Rows right) {
        boolean named = left.has(Kind.NAME) && right.has(Kind.NAME);
        boolean again = left.fields().keySet().stream().anyMatch(field -> field.contains("_"));
        return switch (word) {
            case "match-text", "similar" -> named;
            case "gap", "cluster", "double", "outlier", "score", "compare" -> !again;
            case "within", "near", "overlap", "sequence", "unanswered" ->
                !left.name().equals(right.name());
            case "union" -> !left.name().equals(right.name());
            default -> true;
        };
    }

    private void write(String name, String word, String text, Rows rows, List<Rows> from) {
        if (!rows.isFull() || rows.about() > MOST_ROWS) {
            step(name);
            return;
        }
        from.forEach(one -> read.add(one.name()));
        words.add(word);
        if (text.contains("in: rate") || from.stream().map(Rows::name).anyMatch(rated::contains)) {
            rated.add(name);
        }
        relations.put(name, rows);
        steps.append("  ").append(name).append(": {").append(text).append("}\n");
    }

    private void rule(String from) {
        List<Rows> others = relations.values().stream()
                .filter(rows -> !rows.name().equals(from))
                .toList();
        RandomRule rule = new RandomRule(
                "r" + from, relations.getOrDefault(from, others.get(0)), others, rated.contains(from), draw);
        if (relations.containsKey(rule.clues().name())) {
            return;
        }
        read.add(from);
        read.addAll(rule.read());
        words.addAll(rule.words());
        (rule.isSignal() ? signals : rules).append(rule.text());
        exclusions.append(rule.exclusions());
        relations.put(rule.clues().name(), rule.clues());
        if (rated.contains(from)) {
            rated.add(rule.clues().name());
        }
    }

    private Rows relation() {
        List<Rows> full = relations.values().stream().filter(Rows::isFull).toList();
        int last = full.size() - 1;
        return full.get(draw.oneIn(3) ? draw.below(full.size()) : last - draw.below(Math.min(4, last)));
    }
}
