package cn.mingjian.compiler.rule;

import cn.mingjian.compiler.expression.ExpressionChecker;
import cn.mingjian.compiler.expression.Scope;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.step.Matching;
import cn.mingjian.compiler.step.Over;
import cn.mingjian.compiler.step.StepContext;
import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Lack;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.yaml.YamlMap;
import java.util.Set;
import java.util.TreeSet;

/** Checks an exclusion against the rows of one rule. */
final class ExclusionChecker {

    private final StepContext context;
    private final Relation hits;
    private final Set<FieldRef> uses;

    /**
     * @param hits the relation whose rows are the hits (alias {@code l})
     * @param uses takes up the fields that exclusions read
     */
    ExclusionChecker(StepContext context, Relation hits, Set<FieldRef> uses) {
        this.context = context;
        this.hits = hits;
        this.uses = uses;
    }

    Exclusion check(String id, YamlMap map, int number) {
        map.allow(RuleKeys.EXCLUSION);
        Words title = map.requireMap("title").map(Words::only).orElse(Words.same(id));
        String then = map.text("then").orElse("drop");
        if (!then.equals("drop")) {
            grade(map, "then", then);
        }
        String undecided = map.text("unknown").orElse("B");
        grade(map, "unknown", undecided);
        if (map.has("when") == map.has("in")) {
            context.problems().error(map.place(), "rule.exclusion-form", id);
        }
        State state = map.has("in") ? inRegister(map, "x" + number) : byCondition(map);
        return new Exclusion(
                id, title, state.sql, state.lateral, then.equals("drop"), then, undecided, state.lacks, state.from);
    }

    private record State(String sql, String lateral, Set<Lack> lacks, String from) {

        static State undecided(Set<Lack> lacks, String from) {
            return new State("CAST(NULL AS BOOLEAN)", "", lacks, from);
        }
    }

    private State byCondition(YamlMap map) {
        Scope scope = context.scope(StepContext.left(hits));
        Typed when = map.scalar("when")
                .map(text -> ExpressionChecker.condition(text, scope, context.problems()))
                .orElse(Typed.ERROR);
        uses.addAll(when.uses());
        return when.available() ? new State(when.sql(), "", Set.of(), "") : State.undecided(when.lacks(), "");
    }

    private State inRegister(YamlMap map, String alias) {
        Relation register = context.relation(map, "in");
        map.requireNode("on");
        Scope left = context.scope(StepContext.left(hits));
        Matching matching = Matching.read(
                map, hits, register, context.scope(StepContext.left(hits), StepContext.right(register, map)), context);
        Over over = Over.ifGiven(map, register, left, context);
        uses.addAll(matching.uses());
        uses.addAll(over.uses());
        Set<Lack> lacks = new TreeSet<>(register.lacks());
        lacks.addAll(matching.lacks());
        lacks.addAll(over.lacks());
        String lateral = matching.found(register, alias, context);
        String uncovered = "false";
        if (map.has("covers")) {
            Matching covers = Matching.covers(map, hits, register, context);
            uses.addAll(covers.uses());
            lacks.addAll(covers.lacks());
            lateral += covers.found(register, alias + "c", context);
            uncovered = "NOT " + alias + "c.hit";
        }
        if (!lacks.isEmpty()) {
            return State.undecided(lacks, register.name());
        }
        String sql =
                "CASE WHEN " + alias + ".hit THEN true WHEN " + matching.keyUnknown() + " OR " + alias + ".maybe OR "
                        + over.pending() + " OR " + over.unknown() + " OR " + uncovered + " THEN NULL ELSE false END";
        return new State(sql, lateral, Set.of(), register.name());
    }

    private void grade(YamlMap map, String key, String grade) {
        if (!RuleKeys.GRADES.contains(grade)) {
            context.problems().error(map.placeOf(key), "rule.grade", grade, Nearest.advice(grade, RuleKeys.GRADES));
        }
    }
}
