package cn.mingjian.compiler.plan;

import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.rule.Exclusion;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.rule.Rule.Amplifier;
import cn.mingjian.compiler.rule.Rule.Choice;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Step.Select;
import cn.mingjian.compiler.step.StepContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Writes the three levels of a rule: hits with the state of each exclusion and amplifier, facts of each key over the hits
 * that are left, and grade, money and measures over the facts.
 */
final class RuleWriter {

    private final Rule rule;
    private final boolean cased;

    RuleWriter(Rule rule, boolean cased) {
        this.rule = rule;
        this.cased = cased;
    }

    static String hitsName(Rule rule) {
        return "hits of " + rule.clues().name();
    }

    /** Adds the hits to a statement and gives the select of their rows. */
    String hits(StatementWriter statement, Collection<Field> fields) {
        statement.need(rule.from());
        for (Exclusion exclusion : rule.exclusions()) {
            if (!exclusion.from().isEmpty() && exclusion.missing().isEmpty()) {
                statement.need(exclusion.from());
            }
        }
        rule.amplifiers().stream()
                .filter(Amplifier::available)
                .map(Amplifier::from)
                .forEach(statement::need);
        List<String> columns = new ArrayList<>();
        for (Field field : fields) {
            columns.add(Sql.field("l", field.name()) + " AS " + Sql.name(field.name()));
        }
        columns.addAll(states());
        String name = hitsName(rule);
        statement.decided(
                name,
                String.join(", ", columns) + (cased ? ", l." + StepContext.CASE : ""),
                "* EXCLUDE (_keep, _why" + (cased ? ", " + StepContext.CASE : "") + ")",
                new Select("", "", outcome(), why()),
                " FROM " + from());
        return "SELECT * FROM " + Sql.name(name);
    }

    /** All SQL that reads the hits or what they are made from, but for the source rows. */
    String reads() {
        return String.join(", ", states()) + from() + outcome() + why() + clues();
    }

    private String from() {
        StringBuilder from = new StringBuilder(rule.hits().sqlName() + " l");
        rule.exclusions().forEach(exclusion -> from.append(exclusion.lateral()));
        rule.amplifiers().forEach(amplifier -> from.append(amplifier.lateral()));
        return from.toString();
    }

    /** What a hit says beside its fields: exclusions, amplifiers, whether it counts, its law date, whom it is about. */
    private List<String> states() {
        List<String> columns = new ArrayList<>();
        List<String> drops = new ArrayList<>();
        for (int i = 0; i < rule.exclusions().size(); i++) {
            Exclusion exclusion = rule.exclusions().get(i);
            columns.add(exclusion.state() + " AS _x" + i);
            if (exclusion.drops()) {
                drops.add("coalesce(" + exclusion.state() + ", false)");
            }
        }
        for (int i = 0; i < rule.amplifiers().size(); i++) {
            Amplifier amplifier = rule.amplifiers().get(i);
            columns.add((amplifier.available() ? "a" + i + ".hit" : "CAST(NULL AS BOOLEAN)") + " AS _a" + i);
        }
        columns.add(drops.isEmpty() ? "true AS _live" : "NOT (" + String.join(" OR ", drops) + ") AS _live");
        columns.add(day(rule.conditions().lawDate()) + " AS _law_date");
        optional(rule.subject().place(), "_place", columns);
        optional(rule.subject().id(), "_subject_id", columns);
        optional(rule.subject().name(), "_subject_name", columns);
        int person = 0;
        for (Typed id : rule.subject().persons().values()) {
            columns.add(id.sql() + " AS _protected" + person++);
        }
        return columns;
    }

    private static void optional(Optional<Typed> value, String name, List<String> columns) {
        columns.add(value.map(Typed::sql).orElse("CAST(NULL AS VARCHAR)") + " AS " + name);
    }

    private String outcome() {
        List<String> conditions = new ArrayList<>();
        rule.conditions().where().ifPresent(where -> conditions.add(where.sql()));
        String lawDate = day(rule.conditions().lawDate());
        rule.conditions().inForceFrom().ifPresent(from -> conditions.add(lawDate + " >= " + Sql.date(from)));
        rule.conditions().inForceTo().ifPresent(to -> conditions.add(lawDate + " <= " + Sql.date(to)));
        conditions.add("CASE WHEN " + keyNull() + " THEN NULL ELSE true END");
        return "(" + String.join(" AND ", conditions) + ")";
    }

    private String why() {
        return "CASE WHEN " + keyNull() + " THEN 'key' ELSE 'condition' END";
    }

    private String keyNull() {
        return rule.key().isEmpty()
                ? "false"
                : String.join(
                        " OR ",
                        rule.key().stream()
                                .map(field -> Sql.field("l", field) + " IS NULL")
                                .toList());
    }

    private static String day(Typed value) {
        return value.type().form() == Type.Form.TIME ? "CAST(" + value.sql() + " AS DATE)" : value.sql();
    }

    /** The statement that fills the table of clues from the view of hits. */
    String clues() {
        String hits = Sql.name(hitsName(rule));
        String facts = "SELECT " + String.join(", ", factColumns()) + " FROM " + hits + " h" + groupBy()
                + " HAVING count(*) FILTER (WHERE h._live) > 0";
        String lines = "SELECT c.*, " + line() + " AS _line FROM facts c";
        String base = "SELECT c.*, " + gradeNumber() + " AS _grade, " + doubt()
                + " AS _doubt FROM lines c WHERE _line IS NOT NULL";
        String graded = "SELECT c.*, substr('ABC', CAST(_grade AS INTEGER), 1) AS grade" + timeLimit() + " FROM base c";
        return "CREATE TEMP TABLE " + rule.clues().sqlName() + " AS WITH facts AS (" + facts + "), lines AS (" + lines
                + "), base AS (" + base + "), graded AS (" + graded + ") SELECT row_number() OVER (ORDER BY "
                + order("c") + ") AS _number, c.*" + choices() + " FROM graded c";
    }

    private String groupBy() {
        List<String> by = new ArrayList<>();
        rule.key().forEach(field -> by.add(Sql.field("h", field)));
        if (cased) {
            by.add("h." + StepContext.CASE);
        }
        return " GROUP BY " + (by.isEmpty() ? "()" : String.join(", ", by));
    }

    private String order(String alias) {
        List<String> by = new ArrayList<>();
        if (cased) {
            by.add(alias + "." + StepContext.CASE);
        }
        rule.key().forEach(field -> by.add(Sql.field(alias, field)));
        return by.isEmpty() ? "1" : String.join(", ", by);
    }

    private List<String> factColumns() {
        List<String> columns = new ArrayList<>();
        rule.key().forEach(field -> columns.add(Sql.field("h", field)));
        if (cased) {
            columns.add("h." + StepContext.CASE);
        }
        rule.facts().forEach((name, value) -> columns.add(value.sql() + " AS " + Sql.name(name)));
        rule.running().forEach((name, value) -> columns.add(value.sql() + " AS " + Sql.name(name)));
        for (int i = 0; i < rule.amplifiers().size(); i++) {
            // Unknown for the clue where no hit has it and some hit could not tell.
            columns.add("CASE WHEN bool_or(h._a" + i + ") FILTER (WHERE h._live) THEN true WHEN bool_and(h._a" + i
                    + " IS NOT NULL) FILTER (WHERE h._live) THEN false END AS "
                    + Sql.name(rule.amplifiers().get(i).name()));
        }
        columns.add("count(*) FILTER (WHERE h._live) AS _hits");
        for (String field : List.of("_place", "_subject_id", "_subject_name")) {
            columns.add("CASE WHEN min(" + field + ") FILTER (WHERE h._live) = max(" + field
                    + ") FILTER (WHERE h._live) THEN min(" + field + ") FILTER (WHERE h._live) END AS " + field);
        }
        columns.add("max(h._law_date) FILTER (WHERE h._live) AS _law_date");
        for (int i = 0; i < rule.subject().persons().size(); i++) {
            columns.add("list_sort(list(DISTINCT h._protected" + i + ") FILTER (WHERE h._live)) AS _protected" + i);
        }
        for (int i = 0; i < rule.exclusions().size(); i++) {
            columns.add("count(*) FILTER (WHERE h._x" + i + ") AS _applied" + i);
            columns.add("count(*) FILTER (WHERE h._live AND h._x" + i + ") AS _bounded" + i);
            columns.add("count(*) FILTER (WHERE h._live AND h._x" + i + " IS NULL) AS _undecided" + i);
        }
        return columns;
    }

    private String line() {
        StringBuilder sql = new StringBuilder("CASE");
        for (int i = 0; i < rule.ladder().lines().size(); i++) {
            sql.append(" WHEN ").append(rule.ladder().lines().get(i).condition().sql());
            sql.append(" THEN ").append(i);
        }
        return sql.append(" END").toString();
    }

    private static int number(String grade) {
        return grade.isEmpty() ? 1 : grade.charAt(0) - 'A' + 1;
    }

    private String gradeNumber() {
        StringBuilder grade = new StringBuilder("CASE _line");
        for (int i = 0; i < rule.ladder().lines().size(); i++) {
            grade.append(" WHEN ")
                    .append(i)
                    .append(" THEN ")
                    .append(number(rule.ladder().lines().get(i).grade()));
        }
        grade.append(" END");
        for (Amplifier amplifier : rule.amplifiers()) {
            if (amplifier.raises()) {
                grade.append(" - CASE WHEN ")
                        .append(Sql.field("c", amplifier.name()))
                        .append(" THEN 1 ELSE 0 END");
            }
        }
        List<String> bounds = new ArrayList<>(List.of("1", "(" + grade + ")"));
        List<String> undecided = new ArrayList<>(List.of("0"));
        for (int i = 0; i < rule.exclusions().size(); i++) {
            Exclusion exclusion = rule.exclusions().get(i);
            bounds.add("CASE WHEN _undecided" + i + " > 0 THEN " + number(exclusion.undecided()) + " ELSE 1 END");
            undecided.add("CASE WHEN _undecided" + i + " > 0 THEN 1 ELSE 0 END");
            if (!exclusion.drops()) {
                bounds.add("CASE WHEN _bounded" + i + " > 0 THEN " + number(exclusion.best()) + " ELSE 1 END");
            }
        }
        bounds.add(doubt());
        bounds.add("CASE WHEN " + String.join(" + ", undecided) + " >= 3 THEN 3 ELSE 1 END");
        return "greatest(" + String.join(", ", bounds) + ")";
    }

    /** The best grade left while an earlier line cannot be decided that would give a worse one than a later line does. */
    private String doubt() {
        List<Rule.Ladder.Line> lines = rule.ladder().lines();
        List<String> bounds = new ArrayList<>(List.of("1"));
        for (int i = 0; i < lines.size(); i++) {
            int grade = number(lines.get(i).grade());
            if (lines.subList(i, lines.size()).stream().anyMatch(later -> number(later.grade()) < grade)) {
                bounds.add("CASE WHEN _line > " + i + " AND ("
                        + lines.get(i).condition().sql() + ") IS NULL THEN " + grade + " ELSE 1 END");
            }
        }
        return bounds.size() == 1 ? "1" : "greatest(" + String.join(", ", bounds) + ")";
    }

    private String timeLimit() {
        return rule.wording()
                .timeLimit()
                .map(limit -> ", " + limit.day().sql() + " AS time_limit")
                .orElse("");
    }

    private String choices() {
        StringBuilder sql = new StringBuilder();
        rule.wording().amount().ifPresent(amount -> sql.append(", ")
                .append(Sql.cast("round(" + amount.yuan().sql() + ", 2)", Type.decimal(38, 2)))
                .append(" AS _amount"));
        append(sql, "_measure", rule.wording().measures());
        append(sql, "_supervised", rule.wording().supervised());
        append(sql, "_law", rule.wording().law());
        return sql.toString();
    }

    private static void append(StringBuilder sql, String name, List<Choice> choices) {
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            String when = choice.when().map(Typed::sql).orElse("true");
            sql.append(", (").append(when).append(") AS ").append(name).append(i);
            if (choice.name().isPresent()) {
                sql.append(", ").append(choice.name().get().sql());
                sql.append(" AS ").append(name).append("_name").append(i);
            }
        }
    }
}
