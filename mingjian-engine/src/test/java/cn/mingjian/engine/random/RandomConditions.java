package cn.mingjian.engine.random;

import cn.mingjian.engine.random.Rows.Kind;

/** Conditions drawn over one relation or two, of which a fair share of rows keeps, drops and leaves undecided. */
final class RandomConditions {

    private final Draw draw;

    RandomConditions(Draw draw) {
        this.draw = draw;
    }

    /** @param alias {@code o.} before each field, or nothing */
    String over(Rows rows, String alias) {
        String number = alias + rows.any(Kind.NUMBER, draw);
        String day = alias + rows.any(Kind.DAY, draw);
        String key = alias + rows.any(Kind.KEY, draw);
        return draw.of(
                number + " > " + draw.below(3),
                number + " is null or " + number + " < 4",
                day + " >= date_of(2024, 5, " + (1 + draw.below(20)) + ")",
                day + " < date_of(2024, 5, " + (12 + draw.below(20)) + ")",
                key + " in ('A', 'B', 'C')",
                "not (" + key + " = 'C' and " + number + " <> 2)",
                "age_at(" + day + ", date_of(2026, 5, 14)) >= 2 or " + number + " = 1",
                rows.maybe(Kind.PERSON, draw)
                        .map(person -> "id_valid(" + alias + person + ")")
                        .orElse(number + " < 3"),
                rows.maybe(Kind.FLAG, draw).map(flag -> alias + flag).orElse(key + " <> 'D'"),
                rows.maybe(Kind.MONEY, draw)
                        .map(money -> alias + money + " * 2 > 30")
                        .orElse(number + " <> 3"));
    }

    /** A clause over both relations of a step, or none. */
    String between(Rows left, Rows right) {
        if (draw.oneIn(4)) {
            return "";
        }
        String condition = draw.of(
                "o." + right.any(Kind.DAY, draw) + " >= " + left.local() + "." + left.any(Kind.DAY, draw),
                "o." + right.any(Kind.NUMBER, draw) + " <> " + left.local() + "." + left.any(Kind.NUMBER, draw),
                "o." + right.any(Kind.NUMBER, draw) + " >= " + left.local() + "." + left.any(Kind.NUMBER, draw),
                over(right, "o."));
        return ", where: \"" + condition + "\"";
    }

    /** The days over which the other register must be known. */
    String days(Rows left) {
        String day = left.any(Kind.DAY, draw);
        String to = "to: \"plus_days(" + day + ", " + draw.below(14) + ")\"";
        return ", over: {" + draw.of(to, "from: \"plus_days(" + day + ", -3)\", " + to) + "}";
    }
}
