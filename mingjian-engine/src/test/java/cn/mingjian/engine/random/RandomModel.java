package cn.mingjian.engine.random;

import cn.mingjian.engine.random.Rows.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
    private static final int MOST_STEPS = 6;
    private static final int MOST_ROWS = 2_000;

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
        for (int i = 0; i < count; i++) {
            step("s" + i);
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
        Set<String> all = new TreeSet<>(RandomStep.WORDS);
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

    private static void part(StringBuilder text, String name, StringBuilder lines) {
        if (!lines.isEmpty()) {
            text.append(name).append(":\n").append(lines);
        }
    }

    private void step(String name) {
        Rows left = relation();
        Rows right = relation();
        if (draw.oneIn(2)) {
            String word = draw.of(RandomStep.WORDS);
            RandomStep step = new RandomStep(name, left, draw);
            if (fits(word, left, left)) {
                write(name, word, step.text(word), step.rows(), List.of(left));
                return;
            }
        } else {
            String word = draw.of(RandomMeeting.WORDS);
            if (word.equals("compare")) {
                left = unique(name + "a", left);
                right = unique(name + "b", right);
            }
            RandomMeeting meeting = new RandomMeeting(name, left, right, draw);
            if (fits(word, left, right)) {
                write(name, word, meeting.text(word), meeting.rows(), List.of(left, right));
                return;
            }
        }
        step(name);
    }

    /** Rows of which one key has only one. */
    private Rows unique(String name, Rows rows) {
        RandomStep group = new RandomStep(name, rows, draw);
        write(name, "group", group.text("group"), group.rows(), List.of(rows));
        return relations.getOrDefault(name, rows);
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
