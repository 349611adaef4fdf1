package cn.mingjian.engine.random;

import cn.mingjian.engine.random.Rows.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One step over two relations, drawn: the text of its operator and the fields that its rows have. */
final class RandomMeeting {

    static final List<String> WORDS = List.of(
            "join",
            "join",
            "enrich",
            "enrich",
            "tally",
            "tally",
            "keep",
            "absent",
            "absent",
            "missing",
            "union",
            "compare",
            "similar",
            "sql",
            "within",
            "near",
            "overlap",
            "sequence",
            "unanswered");

    private static final int SAME_KEY = 6;

    private final String name;
    private final Rows left;
    private final Rows right;
    private final Draw draw;
    private final RandomConditions conditions;
    private final Map<String, Kind> fields;
    private int about;

    RandomMeeting(String name, Rows left, Rows right, Draw draw) {
        this.name = name;
        this.left = left;
        this.right = right;
        this.draw = draw;
        this.conditions = new RandomConditions(draw);
        this.fields = new LinkedHashMap<>(left.fields());
        this.about = left.about();
    }

    Rows rows() {
        return new Rows(name, fields, about);
    }

    String text(String word) {
        String on = ", on: {" + left.any(Kind.KEY, draw) + ": " + right.any(Kind.KEY, draw) + "}";
        String where = conditions.between(left, right);
        String two = word + ": " + left.name() + ", " + of(word) + ": " + right.name() + ", as: o" + on;
        return switch (word) {
            case "join" -> joined(two + where + ", take: " + taken());
            case "enrich" -> two + where + ", take: " + taken();
            case "tally" ->
                two + where + conditions.days(left) + ", add: {" + added("c", Kind.NUMBER) + ": count(*), "
                        + added("x", Kind.NUMBER) + ": sum(" + right.any(Kind.NUMBER, draw) + ")}";
            case "keep" -> two + where;
            case "absent" -> two + where + conditions.days(left);
            case "missing" -> missing(two + where);
            case "union" -> union();
            case "compare" -> compare(two);
            case "similar" ->
                joined(two + ", names: {" + left.any(Kind.NAME, draw) + ": o." + right.any(Kind.NAME, draw)
                        + "}, least: 0.7, most: 8, take: " + taken());
            case "sql" -> sql();
            default -> pattern(word, on);
        };
    }

    private static String of(String word) {
        return switch (word) {
            case "tally" -> "of";
            case "keep", "absent", "missing" -> "in";
            default -> "with";
        };
    }

    private String joined(String text) {
        about = about * right.about() / SAME_KEY + 1;
        return text;
    }

    private String taken() {
        return "{" + added("x", Kind.NUMBER) + ": " + right.any(Kind.NUMBER, draw) + ", " + added("y", Kind.DAY) + ": "
                + right.any(Kind.DAY, draw) + "}";
    }

    private String missing(String two) {
        String number = left.any(Kind.NUMBER, draw);
        String day = left.any(Kind.DAY, draw);
        about = about * 3;
        return two + ", each: {year: " + added("p", Kind.NUMBER) + ", from: " + number + ", to: \"" + number
                + " + 1\", is: " + right.any(Kind.NUMBER, draw) + "}, over: {to: \"plus_days(" + day + ", "
                + draw.below(14) + ")\"}";
    }

    private String union() {
        fields.entrySet().removeIf(field -> right.fields().get(field.getKey()) != field.getValue());
        about = about + right.about();
        return "union: [" + left.name() + ", " + right.name() + "]";
    }

    private String compare(String two) {
        for (String text : List.of("difference", "differing", "left_value", "right_value")) {
            fields.put(text, Kind.KEY);
        }
        about = 2 * (about + right.about());
        return two + ", columns: [{" + left.any(Kind.NUMBER, draw) + ": " + right.any(Kind.NUMBER, draw) + "}, {"
                + left.any(Kind.DAY, draw) + ": " + right.any(Kind.DAY, draw) + "}]"
                + draw.of("", ", only_left: {" + days(left, "") + "}")
                + draw.of("", ", only_right: {" + days(right, "o.") + "}") + ", take: {" + added("x", Kind.NUMBER)
                + ": " + right.any(Kind.NUMBER, draw) + "}";
    }

    private String days(Rows rows, String alias) {
        return "over: {to: \"plus_days(" + alias + rows.any(Kind.DAY, draw) + ", " + draw.below(14) + ")\"}";
    }

    private String sql() {
        String key = left.any(Kind.KEY, draw);
        String number = left.any(Kind.NUMBER, draw);
        String day = right.any(Kind.DAY, draw);
        fields.clear();
        about = SAME_KEY * 2;
        return "sql: \"select a." + key + " as " + added("k", Kind.KEY) + ", count(*) as " + added("c", Kind.NUMBER)
                + ", max(b." + right.any(Kind.NUMBER, draw) + ") as " + added("x", Kind.NUMBER) + ", min(b." + day
                + ") as " + added("y", Kind.DAY) + " from " + left.name() + " as a join " + right.name() + " as b on a."
                + key + " = b." + right.any(Kind.KEY, draw) + " where a." + number + " < 4 group by a." + key + "\"";
    }

    private String pattern(String word, String on) {
        String own = left.local() + "." + left.any(Kind.DAY, draw);
        String ownEnd = left.local() + "." + left.any(Kind.DAY, draw);
        String other = right.local() + "." + right.any(Kind.DAY, draw);
        String otherEnd = right.local() + "." + right.any(Kind.DAY, draw);
        String two = word + ": " + left.name() + ", of: " + right.name() + on;
        return switch (word) {
            case "within" ->
                joined(two + ", at: " + own + ", from: " + other + ", to: \"plus_days(" + otherEnd + ", 9)\", take: "
                        + taken());
            case "near" -> joined(two + ", at: " + own + ", other: " + other + ", days: 3, take: " + taken());
            case "overlap" ->
                joined(two + ", from: " + own + ", to: " + ownEnd + ", begin: " + other + ", end: \"plus_days("
                        + otherEnd + ", 3)\", take: " + taken());
            case "sequence" -> joined(two + ", from: " + own + ", to: " + other + ", days: 5, take: " + taken());
            default -> two + ", from: " + own + ", to: " + other + ", days: " + draw.below(5);
        };
    }

    private String added(String letter, Kind kind) {
        fields.put(letter + name, kind);
        return letter + name;
    }
}
