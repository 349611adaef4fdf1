package cn.mingjian.server.run;

import cn.mingjian.model.Words;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Scope;
import cn.mingjian.server.page.Page;
import cn.mingjian.server.problem.Failure.Told;
import cn.mingjian.server.problem.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The runs of departments, as they are read. */
@Component
public class Runs {

    private static final String SELECT =
            "select run.*, (select name from account where id = ordered_by) as orderer_name from run where ";
    private static final String NOT_ENDED = "state in ('QUEUED', 'IMPORTING', 'RUNNING')";
    private static final int MOST_SHOWN = 20;

    private final JdbcClient database;
    private final JsonMapper json;

    Runs(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Which runs are listed; what is null is not asked. */
    public record Filter(
            @Nullable String model,
            @Nullable RunState state,
            @Nullable Purpose purpose,
            @Nullable String purposeText) {}

    /** What became of a run, as it is kept with its row. */
    record Outcome(
            List<Told> problems,
            List<ImportedFile> imported,
            @Nullable String funnel) {}

    /** A run, if it is the actor's. */
    public Run find(Actor actor, UUID id) {
        return database.sql(SELECT + "id = :id and " + Scope.SQL)
                .param("id", id)
                .params(Scope.of(actor))
                .query(this::read)
                .optional()
                .orElseThrow(Refusal::notThere);
    }

    /** Runs that are the actor's, newest first. */
    Page<RunRow> list(Actor actor, Filter filter, Page.Wish wish) {
        Map<String, Object> parameters = new HashMap<>(Scope.of(actor));
        StringBuilder where = new StringBuilder(Scope.SQL);
        narrow("model", filter.model(), where, parameters);
        narrow("state", filter.state() == null ? null : filter.state().name(), where, parameters);
        narrow("purpose", filter.purpose() == null ? null : filter.purpose().name(), where, parameters);
        narrow("purpose_text", filter.purposeText(), where, parameters);
        long total = database.sql("select count(*) from run where " + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("size", wish.size());
        parameters.put("offset", wish.offset());
        List<RunRow> rows = database
                .sql(SELECT + where + " order by ordered_at desc, id limit :size offset :offset")
                .params(parameters)
                .query(this::read)
                .list()
                .stream()
                .map(Run::row)
                .toList();
        return Page.of(wish, total, rows);
    }

    private static void narrow(
            String column, @Nullable String value, StringBuilder where, Map<String, Object> parameters) {
        if (value != null) {
            where.append(" and ").append(column).append(" = :").append(column);
            parameters.put(column, value);
        }
    }

    /** The actor's own runs that ended since a time, newest first. */
    public List<RunRow> ended(Actor actor, Instant since) {
        return rows(
                "ordered_by = :me and ended_at >= :since and " + Scope.SQL + " order by ended_at desc limit "
                        + MOST_SHOWN,
                Map.of("me", actor.id(), "since", since.atOffset(ZoneOffset.UTC)),
                actor);
    }

    /** Runs of colleagues, as far as the actor may see them, that ended since a time, newest first. */
    public List<RunRow> endedOfOthers(Actor actor, Instant since) {
        return rows(
                "ordered_by <> :me and ended_at >= :since and " + Scope.SQL + " order by ended_at desc limit "
                        + MOST_SHOWN,
                Map.of("me", actor.id(), "since", since.atOffset(ZoneOffset.UTC)),
                actor);
    }

    /** The actor's own runs that have not ended, in the order of the queue. */
    public List<RunRow> running(Actor actor) {
        return rows(
                "ordered_by = :me and " + NOT_ENDED + " and " + Scope.SQL + " order by ordered_at limit " + MOST_SHOWN,
                Map.of("me", actor.id()),
                actor);
    }

    /** The newest run of each model that the actor may see, by model. */
    public Map<String, RunRow> latestByModel(Actor actor) {
        Map<String, RunRow> latest = new HashMap<>();
        rows(
                        "id in (select distinct on (model) id from run where " + Scope.SQL
                                + " order by model, ordered_at desc) and " + Scope.SQL,
                        Map.of(),
                        actor)
                .forEach(row -> latest.put(row.model(), row));
        return latest;
    }

    /** The newest run of a model that was done and that the actor may see. */
    public Optional<Run> latestDone(Actor actor, String model) {
        return database.sql(SELECT + "model = :model and state = 'DONE' and " + Scope.SQL
                        + " order by ordered_at desc limit 1")
                .param("model", model)
                .params(Scope.of(actor))
                .query(this::read)
                .optional();
    }

    private List<RunRow> rows(String where, Map<String, Object> parameters, Actor actor) {
        return database.sql(SELECT + where).params(parameters).params(Scope.of(actor)).query(this::read).list().stream()
                .map(Run::row)
                .toList();
    }

    /** The run of the same model that was done before one: the last with its purpose, or else the last of all. */
    public Optional<Run> earlier(Actor actor, Run run) {
        return database.sql(SELECT + "model = :model and state = 'DONE' and ordered_at < :ordered and " + Scope.SQL
                        + " order by (purpose = :purpose and purpose_text = :text) desc, ordered_at desc limit 1")
                .params(Map.of(
                        "model", run.model(),
                        "ordered", run.ordered().atOffset(ZoneOffset.UTC),
                        "purpose", run.purpose().name(),
                        "text", run.purposeText()))
                .params(Scope.of(actor))
                .query(this::read)
                .optional();
    }

    /** What became of a run that the actor was given. */
    Outcome outcome(Run run) {
        return database.sql("select problems, imported, funnel from run where id = ?")
                .param(run.id())
                .query((row, i) -> new Outcome(
                        json.readValue(row.getString("problems"), new TypeReference<List<Told>>() {}),
                        json.readValue(row.getString("imported"), new TypeReference<List<ImportedFile>>() {}),
                        row.getString("funnel")))
                .single();
    }

    /** How many runs of all offices stand in the queue before one. */
    int before(Run run) {
        return database.sql("select count(*) from run where state = 'QUEUED' and ordered_at < ?")
                .param(run.ordered().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** A run for whoever carries it out. */
    Optional<Run> findWithoutScope(UUID id) {
        return database.sql(SELECT + "id = ?").param(id).query(this::read).optional();
    }

    /** Whether an attempt of a run was accepted. */
    boolean acceptedWithoutScope(UUID id, int attempt) {
        return database.sql("select exists (select 1 from run where id = ? and attempt = ? and state = 'DONE')")
                .params(id, attempt)
                .query(Boolean.class)
                .single();
    }

    private Run read(ResultSet row, int number) throws SQLException {
        String grades = row.getString("grades");
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Run(
                row.getObject("id", UUID.class),
                row.getInt("office_id"),
                row.getInt("department_id"),
                row.getString("model"),
                row.getString("version"),
                row.getString("digest"),
                new Words(row.getString("title_zh"), row.getString("title_en")),
                row.getObject("delivery_id", UUID.class),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("purpose_text"),
                row.getObject("as_of", LocalDate.class),
                row.getString("as_of_reason"),
                json.readValue(row.getString("parameters"), new TypeReference<Map<String, String>>() {}),
                RunState.valueOf(row.getString("state")),
                row.getInt("attempt"),
                row.getInt("ordered_by"),
                row.getString("orderer_name"),
                row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getObject("clues", Integer.class),
                grades == null ? null : json.readValue(grades, new TypeReference<TreeMap<String, Long>>() {}),
                row.getString("fingerprint"),
                row.getObject("schedule_id", UUID.class));
    }
}
