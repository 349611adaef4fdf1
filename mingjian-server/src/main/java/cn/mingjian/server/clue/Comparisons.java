package cn.mingjian.server.clue;

import cn.mingjian.model.Words;
import cn.mingjian.model.clue.Clue;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Scope;
import cn.mingjian.server.clue.Comparison.Compared;
import cn.mingjian.server.clue.Comparison.ComparedValue;
import cn.mingjian.server.clue.Comparison.ComparisonKind;
import cn.mingjian.server.page.Page;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.run.KeptPackages;
import cn.mingjian.server.run.Run;
import cn.mingjian.server.run.RunState;
import cn.mingjian.server.run.RunWords;
import cn.mingjian.server.run.Runs;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds the clues of two runs against one another. */
@Component
class Comparisons {

    private static final String BOTH = "select coalesce(now.clue_id, earlier.clue_id) as clue_id,"
            + " coalesce(now.grade, earlier.grade) as grade, coalesce(now.number, earlier.number) as number,"
            + " case when earlier.clue_id is null then 'NEW' when now.clue_id is null then 'GONE'"
            + " when now.fingerprint <> earlier.fingerprint then 'CHANGED' else 'SAME' end as kind"
            + " from (select * from clue where run_id = :run and " + Scope.SQL + ") now"
            + " full join (select * from clue where run_id = :earlier and " + Scope.SQL + ") earlier"
            + " on now.clue_id = earlier.clue_id";

    private final JdbcClient database;
    private final Runs runs;
    private final Clues clues;
    private final KeptPackages packages;

    Comparisons(JdbcClient database, Runs runs, Clues clues, KeptPackages packages) {
        this.database = database;
        this.runs = runs;
        this.clues = clues;
        this.packages = packages;
    }

    /**
     * Compares a run with another.
     *
     * @param earlierId the other; where it is null, the one before it of the same model, of the same purpose if there is one
     * @param kind which clues are listed
     */
    Comparison compare(Actor actor, UUID id, @Nullable UUID earlierId, ComparisonKind kind, Page.Wish wish) {
        Run run = runs.find(actor, id);
        Run earlier = earlierId == null
                ? runs.earlier(actor, run).orElseThrow(() -> Refusal.conflict("server.run-nothing-earlier"))
                : runs.find(actor, earlierId);
        if (run.state() != RunState.DONE
                || earlier.state() != RunState.DONE
                || !run.model().equals(earlier.model())) {
            throw Refusal.conflict("server.runs-not-comparable");
        }
        Map<String, Object> parameters = new HashMap<>(Scope.of(actor));
        parameters.put("run", id);
        parameters.put("earlier", earlier.id());
        Map<ComparisonKind, Long> counts = new EnumMap<>(ComparisonKind.class);
        database.sql("select kind, count(*) as clues from (" + BOTH + ") compared group by kind")
                .params(parameters)
                .query((row, i) -> counts.put(ComparisonKind.valueOf(row.getString("kind")), row.getLong("clues")))
                .list();
        parameters.put("kind", kind.name());
        parameters.put("size", wish.size());
        parameters.put("offset", wish.offset());
        List<String> listed = database.sql("select clue_id from (" + BOTH
                        + ") compared where kind = :kind order by grade, number, clue_id limit :size offset :offset")
                .params(parameters)
                .query(String.class)
                .list();
        return new Comparison(
                run.row(),
                earlier.row(),
                settings(earlier, run),
                counts.getOrDefault(ComparisonKind.NEW, 0L),
                counts.getOrDefault(ComparisonKind.GONE, 0L),
                counts.getOrDefault(ComparisonKind.CHANGED, 0L),
                counts.getOrDefault(ComparisonKind.SAME, 0L),
                Page.of(wish, counts.getOrDefault(kind, 0L), compared(actor, earlier, run, kind, listed)));
    }

    private List<Compared> compared(Actor actor, Run earlier, Run run, ComparisonKind kind, List<String> listed) {
        Map<String, Clues.Found> before = clues.found(actor, earlier, listed);
        Map<String, Clues.Found> after = clues.found(actor, run, listed);
        List<Compared> compared = new ArrayList<>();
        for (String clue : listed) {
            Clues.Found was = before.get(clue);
            Clues.Found is = after.get(clue);
            Clues.Found shown = Objects.requireNonNull(is == null ? was : is, "a clue of one of the runs");
            List<ComparedValue> changes =
                    kind == ComparisonKind.CHANGED && was != null && is != null ? changes(was, is) : List.of();
            compared.add(new Compared(kind, shown.row(), changes));
        }
        return compared;
    }

    private List<ComparedValue> changes(Clues.Found was, Clues.Found is) {
        RunWords before = packages.words(was.run());
        RunWords after = packages.words(is.run());
        List<ComparedValue> changes = new ArrayList<>();
        change("server.compared-grade", same(was.clue().grade()), same(is.clue().grade()))
                .ifPresent(changes::add);
        change("server.compared-amount", amount(was.clue()), amount(is.clue())).ifPresent(changes::add);
        Set<String> facts = new LinkedHashSet<>(is.clue().facts().keySet());
        facts.addAll(was.clue().facts().keySet());
        for (String fact : facts) {
            change(after.both(words -> words.fact(fact)), fact(was, fact, before), fact(is, fact, after))
                    .ifPresent(changes::add);
        }
        if (changes.isEmpty()) {
            changes.add(new ComparedValue(Words.ofMessage("server.compared-masked"), null, null));
        }
        return changes;
    }

    private static @Nullable Words amount(Clue clue) {
        return clue.amount() == null || clue.amount().yuan() == null
                ? null
                : same(clue.amount().yuan().toPlainString());
    }

    private static @Nullable Words fact(Clues.Found found, String fact, RunWords words) {
        Object value = found.clue().facts().get(fact);
        return value == null
                ? null
                : words.both(said -> said.factValue(found.clue().rule(), fact, value));
    }

    private static List<ComparedValue> settings(Run earlier, Run run) {
        List<ComparedValue> settings = new ArrayList<>();
        change("server.compared-version", same(earlier.version()), same(run.version()))
                .ifPresent(settings::add);
        if (earlier.version().equals(run.version()) && !earlier.digest().equals(run.digest())) {
            settings.add(new ComparedValue(Words.ofMessage("server.compared-digest"), null, null));
        }
        change(
                        "server.compared-as-of",
                        same(earlier.asOf().toString()),
                        same(run.asOf().toString()))
                .ifPresent(settings::add);
        if (!Objects.equals(earlier.delivery(), run.delivery())) {
            settings.add(new ComparedValue(Words.ofMessage("server.compared-data"), null, null));
        }
        Set<String> names = new TreeSet<>(earlier.parameters().keySet());
        names.addAll(run.parameters().keySet());
        for (String name : names) {
            change(
                            Words.same(name),
                            same(earlier.parameters().get(name)),
                            same(run.parameters().get(name)))
                    .ifPresent(settings::add);
        }
        return settings;
    }

    private static @Nullable Words same(@Nullable String text) {
        return text == null ? null : Words.same(text);
    }

    private static Optional<ComparedValue> change(String what, @Nullable Words before, @Nullable Words after) {
        return change(Words.ofMessage(what), before, after);
    }

    private static Optional<ComparedValue> change(Words what, @Nullable Words before, @Nullable Words after) {
        return Objects.equals(before, after) ? Optional.empty() : Optional.of(new ComparedValue(what, before, after));
    }
}
