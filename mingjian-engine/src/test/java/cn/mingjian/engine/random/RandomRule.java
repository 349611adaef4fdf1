package cn.mingjian.engine.random;

import cn.mingjian.engine.random.Rows.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A rule or signal over a step, drawn: with facts of several fields, a ladder, exclusions, amplifiers, source rows. */
final class RandomRule {

    /** The parts that a rule can have. */
    static final List<String> WORDS =
            List.of("rule", "signal", "amount", "amplifier", "exclusion", "source rows", "search", "table rows");

    private final String id;
    private final Rows from;
    private final List<Rows> others;
    private final Draw draw;
    private final RandomConditions conditions;
    private final boolean signal;
    private final Map<String, Kind> said = new LinkedHashMap<>();
    private final Set<String> read = new LinkedHashSet<>();
    private final List<String> words = new ArrayList<>();
    private final StringBuilder exclusions = new StringBuilder();
    private final String text;

    /**
     * @param others relations that exclusions, amplifiers and source rows may name
     * @param looked whether a step under the rule looks into the table {@code rate}
     */
    RandomRule(String id, Rows from, List<Rows> others, boolean looked, Draw draw) {
        this.id = id;
        this.from = from;
        this.others = others.stream().filter(Rows::isFull).toList();
        this.draw = draw;
        this.conditions = new RandomConditions(draw);
        this.signal = draw.oneIn(4);
        words.add(signal ? "signal" : "rule");
        this.text = signal ? signal() : rule(looked);
    }

    boolean isSignal() {
        return signal;
    }

    String text() {
        return text;
    }

    /** The lines of the package's exclusions that are its own. */
    String exclusions() {
        return exclusions.toString();
    }

    /** Relations that it reads beside that of its hits. */
    Set<String> read() {
        return read;
    }

    List<String> words() {
        return words;
    }

    /** Its clues, which later steps can read. */
    Rows clues() {
        return new Rows((signal ? "signal." : "rule.") + id, said, 8);
    }

    private String signal() {
        return "  " + id + ": {from: " + from.name() + ", key: " + key() + ", facts: " + facts()
                + ", title: {zh: t, en: t}}\n";
    }

    private String rule(boolean looked) {
        StringBuilder rule = new StringBuilder("  " + id + ":\n    code: R-" + id + "\n    title: {zh: t, en: t}\n");
        line(rule, "from", from.name());
        line(rule, "key", key().toString());
        line(rule, "facts", facts());
        if (draw.oneIn(3)) {
            line(rule, "where", "\"" + conditions.over(from, "") + "\"");
        }
        if (draw.oneIn(3)) {
            line(rule, "law_date", from.any(Kind.DAY, draw));
            line(rule, "in_force", "{from: \"2024-05-0" + (1 + draw.below(9)) + "\"}");
        }
        if (draw.oneIn(2)) {
            line(rule, "subject", "{type: person, id: " + from.any(Kind.KEY, draw) + "}");
        }
        String amplifier = draw.oneIn(2) ? "" : amplifier(rule);
        line(rule, "grade", ladder(amplifier));
        if (draw.oneIn(2)) {
            words.add("amount");
            line(rule, "amount", "{yuan: \"rows * 10\", formula: {zh: f, en: f}, whose: w}");
        }
        if (draw.oneIn(2)) {
            words.add("exclusion");
            line(
                    rule,
                    "exclusions",
                    draw.oneIn(3) ? "[" + condition() + ", " + register() + "]" : "[" + register() + "]");
        }
        line(rule, "sources", "[" + String.join(", ", sources(looked)) + "]");
        return rule.toString();
    }

    private static void line(StringBuilder rule, String key, String value) {
        rule.append("    ").append(key).append(": ").append(value).append('\n');
    }

    private List<String> key() {
        String key = from.any(Kind.KEY, draw);
        said.put(key, Kind.KEY);
        String number = from.any(Kind.NUMBER, draw);
        if (draw.oneIn(2)) {
            said.put(number, Kind.NUMBER);
            return List.of(key, number);
        }
        return List.of(key);
    }

    private String facts() {
        List<String> facts = new ArrayList<>(List.of("rows: count(*)"));
        from.fields().forEach((field, kind) -> {
            if (draw.oneIn(3) && !said.containsKey(field)) {
                facts.add(fact(field, kind));
            }
        });
        said.put("rows", Kind.NUMBER);
        return "{" + String.join(", ", facts) + "}";
    }

    private String fact(String field, Kind kind) {
        String aggregate =
                switch (kind) {
                    case FLAG -> "bool_or(" + field + ")";
                    case MONEY -> draw.of("sum", "max") + "(" + field + ")";
                    case NUMBER -> draw.of("sum(", "min(", "max(", "count(distinct ", "same(") + field + ")";
                    case DAY -> draw.of("min(", "max(", "count(distinct ") + field + ")";
                    case KEY, PERSON, NAME -> draw.of("texts(", "same(", "min(") + field + ")";
                };
        boolean counts = aggregate.startsWith("count");
        said.put("of_" + field, counts ? Kind.NUMBER : kind);
        return "of_" + field + ": " + aggregate;
    }

    private String ladder(String amplifier) {
        String number = new Rows(id, said, 0).any(Kind.NUMBER, draw);
        return draw.of(
                "B",
                "[{A: rows >= 3}, {B: else}]",
                "[{A: \"" + number + " > 2\"}, {C: rows >= 1}]",
                amplifier.isEmpty() ? "C" : "[{A: " + amplifier + "}, {B: else}]");
    }

    private String amplifier(StringBuilder rule) {
        words.add("amplifier");
        Rows other = other();
        line(
                rule,
                "amplifiers",
                "{louder: {in: " + other.name() + ", as: o" + on(other) + conditions.between(from, other) + "}}");
        return "louder";
    }

    private String register() {
        Rows other = other();
        String key = from.any(Kind.KEY, draw);
        String column = other.any(Kind.KEY, draw);
        exclusions
                .append("  in-")
                .append(id)
                .append(": {title: {zh: t, en: t}, in: ")
                .append(other.name())
                .append(", as: o, on: {")
                .append(key + ": " + column + "}")
                .append(", where: \"" + conditions.over(other, "o.") + "\"")
                .append(draw.of("", ", covers: {" + key + ": " + column + "}"))
                .append(draw.of("", conditions.days(from)))
                .append(draw.of("", "", ", then: C"))
                .append(draw.of("", ", unknown: C"))
                .append("}\n");
        return "in-" + id;
    }

    private String condition() {
        exclusions.append("  when-" + id + ": {title: {zh: t, en: t}, when: \"" + conditions.over(from, "") + "\"}\n");
        return "when-" + id;
    }

    private String on(Rows other) {
        return ", on: {" + from.any(Kind.KEY, draw) + ": " + other.any(Kind.KEY, draw) + "}";
    }

    private Rows other() {
        Rows other = draw.of(others);
        read.add(other.name());
        return other;
    }

    private List<String> sources(boolean looked) {
        List<String> sources = new ArrayList<>();
        for (String input : List.of("firm", "act", "paper", "mate")) {
            boolean companion = input.equals("mate");
            if (draw.oneIn(companion ? 9 : 3)) {
                read.add(input);
                String of = "{of: " + input + ", on: {" + from.any(Kind.KEY, draw) + ": "
                        + (companion ? draw.of("k", "t") : "k") + "}";
                boolean absent = !companion && draw.oneIn(3);
                words.add(absent ? "search" : "source rows");
                sources.add(absent ? of + ", absent: true}" : of + ", show: [k, n, d]}");
            }
        }
        if (looked) {
            words.add("table rows");
            sources.add("{of: rate, used: true}");
        }
        return sources;
    }
}
