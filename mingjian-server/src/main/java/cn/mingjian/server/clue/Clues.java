package cn.mingjian.server.clue;

import cn.mingjian.engine.run.Json;
import cn.mingjian.model.Words;
import cn.mingjian.model.clue.Clue;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Scope;
import cn.mingjian.server.clue.ClueRow.PlaceShown;
import cn.mingjian.server.page.Page;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.run.KeptPackages;
import cn.mingjian.server.run.Run;
import cn.mingjian.server.run.RunWords;
import cn.mingjian.server.run.Runs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The clues of departments, masked, as they are read. */
@Component
class Clues {

    private final JdbcClient database;
    private final JsonMapper json;
    private final Runs runs;
    private final KeptPackages packages;

    Clues(JdbcClient database, JsonMapper json, Runs runs, KeptPackages packages) {
        this.database = database;
        this.json = json;
        this.runs = runs;
        this.packages = packages;
    }

    /** A clue with its run and its row in the list. */
    record Found(Run run, ClueRow row, Clue clue) {}

    /** The clues before and after one, in the order of a list. */
    record Neighbours(@Nullable String previous, @Nullable String next) {
        static final Neighbours NONE = new Neighbours(null, null);
    }

    CluesOfRun list(Actor actor, UUID run, ClueFilter filter, ClueOrder order, Page.Wish wish) {
        RunWords words = packages.words(runs.find(actor, run));
        Map<String, Object> parameters = filter.parameters(run);
        parameters.putAll(Scope.of(actor));
        String where = filter.sql() + " and " + Scope.SQL;
        long total = database.sql("select count(*) from clue where " + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("size", wish.size());
        parameters.put("offset", wish.offset());
        List<ClueRow> rows = database.sql("select * from clue where " + where + " order by " + order.sql()
                        + " limit :size offset :offset")
                .params(parameters)
                .query((row, i) -> row(row, words))
                .list();
        return new CluesOfRun(Page.of(wish, total, rows), places(actor, run, words));
    }

    private List<PlaceShown> places(Actor actor, UUID run, RunWords words) {
        return database.sql("select distinct place from clue where run_id = :run and place is not null and " + Scope.SQL
                        + " order by place")
                .param("run", run)
                .params(Scope.of(actor))
                .query((row, i) -> place(row.getString("place"), words))
                .list();
    }

    private static PlaceShown place(String code, RunWords words) {
        return new PlaceShown(code, words.both(said -> said.place(code)).zh());
    }

    Found find(Actor actor, UUID run, String clueId) {
        Run of = runs.find(actor, run);
        RunWords words = packages.words(of);
        return database.sql("select * from clue where run_id = :run and clue_id = :clue and " + Scope.SQL)
                .param("run", run)
                .param("clue", clueId)
                .params(Scope.of(actor))
                .query((row, i) -> new Found(of, row(row, words), clue(row.getString("masked"))))
                .optional()
                .orElseThrow(Refusal::notThere);
    }

    /** Those of some clues that a run has, by their number. */
    Map<String, Found> found(Actor actor, Run run, List<String> clueIds) {
        RunWords words = packages.words(run);
        Map<String, Found> found = new HashMap<>();
        if (!clueIds.isEmpty()) {
            database.sql("select * from clue where run_id = :run and clue_id in (:clues) and " + Scope.SQL)
                    .param("run", run.id())
                    .param("clues", clueIds)
                    .params(Scope.of(actor))
                    .query((row, i) -> new Found(run, row(row, words), clue(row.getString("masked"))))
                    .list()
                    .forEach(one -> found.put(one.row().clueId(), one));
        }
        return found;
    }

    /** What stands beside a clue in a list; nothing where the filter does not show the clue itself. */
    Neighbours beside(Actor actor, Found found, ClueFilter filter, ClueOrder order) {
        Map<String, Object> parameters = filter.parameters(found.run().id());
        parameters.putAll(Scope.of(actor));
        parameters.put("clue", found.row().clueId());
        Optional<Neighbours> neighbours = database.sql("select previous, next from (select clue_id,"
                        + " lag(clue_id) over list as previous, lead(clue_id) over list as next from clue where "
                        + filter.sql() + " and " + Scope.SQL + " window list as (order by " + order.sql()
                        + ")) listed where clue_id = :clue")
                .params(parameters)
                .query((row, i) -> new Neighbours(row.getString("previous"), row.getString("next")))
                .optional();
        return neighbours.orElse(Neighbours.NONE);
    }

    private ClueRow row(ResultSet row, RunWords words) throws SQLException {
        String place = row.getString("place");
        return new ClueRow(
                row.getString("clue_id"),
                row.getInt("number"),
                row.getString("code"),
                row.getString("rule"),
                new Words(row.getString("title_zh"), row.getString("title_en")),
                row.getString("grade"),
                row.getString("urgency"),
                place == null ? null : place(place, words),
                row.getBigDecimal("amount"),
                row.getString("time_limit"),
                row.getInt("against"),
                row.getInt("undecided"),
                json.readValue(row.getString("bodies"), new TypeReference<List<Words>>() {}));
    }

    private static Clue clue(String masked) {
        try {
            return Json.read(masked, Clue.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
