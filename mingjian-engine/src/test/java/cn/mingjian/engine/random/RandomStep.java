package cn.mingjian.engine.random;

import cn.mingjian.engine.random.Rows.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One step over one relation, drawn: the text of its operator and the fields that its rows have. */
final class RandomStep {

    /** What can be drawn; what decides most is drawn most. */
    static final List<String> WORDS = List.of(
            "filter",
            "filter",
            "filter",
            "derive",
            "derive",
            "group",
            "group",
            "pick",
            "repeat",
            "connect",
            "sample",
            "lookup",
            "lookup",
            "match-text",
            "latest",
            "earliest",
            "gap",
            "cluster",
            "double",
            "outlier",
            "score");

    private final String name;
    private final Rows left;
    private final Draw draw;
    private final RandomConditions conditions;
    private final Map<String, Kind> fields;
    private int about;

    RandomStep(String name, Rows left, Draw draw) {
        this.name = name;
        this.left = left;
        this.draw = draw;
        this.conditions = new RandomConditions(draw);
        this.fields = new LinkedHashMap<>(left.fields());
        this.about = left.about();
    }

    /** Its rows, once the text was drawn. */
    Rows rows() {
        return new Rows(name, fields, about);
    }

    String text(String word) {
        String key = left.any(Kind.KEY, draw);
        String day = left.any(Kind.DAY, draw);
        String number = left.any(Kind.NUMBER, draw);
        String by = word + ": " + left.name() + ", by: [" + key + "]";
        return switch (word) {
            case "filter" -> "filter: " + left.name() + ", where: \"" + conditions.over(left, "") + "\"";
            case "derive" -> derive(number, day);
            case "group" -> group(key, number, day);
            case "pick" ->
                by + ", order: [" + day + draw.of("", " desc") + ", " + number + "], first: " + (1 + draw.below(2))
                        + draw.of("", "", ", where: \"" + conditions.over(left, "") + "\"") + conditions.days(left);
            case "repeat" ->
                by + ", at: " + day + ", within: {days: " + (1 + draw.below(20)) + "}, times: 2, add: {"
                        + added("c", Kind.NUMBER) + ": count(*), " + added("y", Kind.DAY) + ": min(" + day + ")}";
            case "connect" ->
                "connect: " + left.name() + ", node: " + key + ", by: [" + number + "], hub: 4, add: {"
                        + added("g", Kind.KEY) + ": component, " + added("z", Kind.NUMBER) + ": size}";
            case "sample" ->
                by + ", seed: \"7\", "
                        + draw.of("share: 0.6", "first: 3", "first: 4, per: [" + left.any(Kind.KEY, draw) + "]");
            case "lookup" -> lookup(key, number, day);
            case "match-text" ->
                "match-text: " + left.name() + ", in: " + left.any(Kind.NAME, draw) + ", pattern: \"北.{0,2}(馆|店)|书\""
                        + draw.of("", ", unless: 非, near: 3") + ", add: {" + added("t", Kind.KEY) + ": match, "
                        + added("c", Kind.NUMBER) + ": count}";
            default -> pattern(word, by, number, day);
        };
    }

    private String pattern(String word, String by, String number, String day) {
        return switch (word) {
            case "gap" -> {
                fields.put("gap_rows", Kind.NUMBER);
                fields.put("gap_before", Kind.DAY);
                yield by + ", at: " + day + ", days: " + draw.below(4);
            }
            case "cluster" -> {
                fields.put("cluster_rows", Kind.NUMBER);
                yield by + ", times: " + (2 + draw.below(2));
            }
            case "double" -> {
                fields.put("double_place", Kind.KEY);
                about = about * about / 6 + 1;
                yield by + ", place: " + left.any(Kind.KEY, draw) + ", from: " + day + ", to: "
                        + left.any(Kind.DAY, draw);
            }
            case "outlier" -> {
                fields.put("outlier_rows", Kind.NUMBER);
                yield by + ", value: " + number + ", times: 1";
            }
            case "score" -> {
                fields.put("score", Kind.NUMBER);
                yield "score: " + left.name() + ", conditions: [\"" + conditions.over(left, "") + "\", \""
                        + conditions.over(left, "") + "\"], least: 1";
            }
            default -> by + ", at: " + day;
        };
    }

    private String derive(String number, String day) {
        String value = draw.of(
                "coalesce(" + number + ", 0) + 1",
                "case when " + conditions.over(left, "") + " then " + number + " end",
                number + " * 2",
                "days_between(date_of(2024, 5, 1), " + day + ")");
        String replaced = draw.oneIn(2) ? "v" + name : number;
        fields.put(replaced, Kind.NUMBER);
        String moved = draw.oneIn(2) ? "w" + name : day;
        fields.put(moved, Kind.DAY);
        String truth = draw.oneIn(2) ? ", " + added("f", Kind.FLAG) + ": \"" + conditions.over(left, "") + "\"" : "";
        return "derive: " + left.name() + ", add: {" + replaced + ": \"" + value + "\", " + moved + ": \"plus_days("
                + day + ", " + (draw.below(9) - 4) + ")\"" + truth + "}";
    }

    private String group(String key, String number, String day) {
        List<String> by = draw.oneIn(3) ? List.of(key, number) : List.of(key);
        String text = left.any(Kind.KEY, draw);
        fields.clear();
        by.forEach(field -> fields.put(field, left.fields().getOrDefault(field, Kind.KEY)));
        about = 8 * by.size();
        String listed = draw.oneIn(3) ? added("l", Kind.KEY) + ": texts(" + text + ")" : "";
        return "group: " + left.name() + ", by: " + by + ", add: {" + added("c", Kind.NUMBER) + ": count(*), "
                + added("x", Kind.NUMBER) + ": "
                + draw.of("sum(" + number + ")", "count(distinct " + text + ")", "max(" + number + ")") + ", "
                + added("y", Kind.DAY) + ": " + draw.of("min", "max") + "(" + day + ")"
                + (listed.isEmpty() ? "" : ", " + listed) + "}"
                + draw.of("", ", where: count(*) >= 2", ", where: sum(" + number + ") > 4");
    }

    private String lookup(String key, String number, String day) {
        return !draw.oneIn(3)
                ? "lookup: " + left.name() + ", in: rate, on: {" + key + ": kind}, at: " + day + ", take: {"
                        + added("p", Kind.NUMBER) + ": points, " + added("q", Kind.FLAG) + ": low}"
                : "lookup: " + left.name() + ", in: band, on: {" + key + ": kind}, between: {" + number
                        + ": [least, most]}, take: {" + added("p", Kind.MONEY) + ": yuan}";
    }

    private String added(String letter, Kind kind) {
        fields.put(letter + name, kind);
        return letter + name;
    }
}
