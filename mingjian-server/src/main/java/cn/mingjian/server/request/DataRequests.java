package cn.mingjian.server.request;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Scope;
import cn.mingjian.server.page.Page;
import cn.mingjian.server.problem.Refusal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
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

/** The requests of departments. What writes is only to be called inside an act. */
@Component
class DataRequests {

    private static final String SELECT = """
            select data_request.*, (select name from account where id = made_by) as maker,
                (select json_agg(json_build_object('contract', contract, 'required', required, 'helpful', helpful)
                    order by number) from requested_table where request_id = data_request.id) as tables
            from data_request where\s""";

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    DataRequests(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Which requests are listed; what is null is not asked. */
    record Filter(@Nullable RequestState state, @Nullable Way way) {}

    /** A request, if it is the actor's. */
    DataRequest find(Actor actor, UUID id) {
        return database.sql(SELECT + "id = :id and " + Scope.SQL)
                .param("id", id)
                .params(Scope.of(actor))
                .query((row, i) -> read(row))
                .optional()
                .orElseThrow(Refusal::notThere);
    }

    /** Requests that are the actor's: what is waited for first, by the day it is due; then the newest. */
    Page<DataRequest> list(Actor actor, Filter filter, Page.Wish wish) {
        Map<String, Object> parameters = new HashMap<>(Scope.of(actor));
        StringBuilder where = new StringBuilder(Scope.SQL);
        narrow("state", filter.state(), where, parameters);
        narrow("way", filter.way(), where, parameters);
        long total = database.sql("select count(*) from data_request where " + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("size", wish.size());
        parameters.put("offset", wish.offset());
        List<DataRequest> rows = database.sql(SELECT + where + " order by state in ('DRAFTED', 'SENT') desc,"
                        + " case when state in ('DRAFTED', 'SENT') then due end, made_at desc, id"
                        + " limit :size offset :offset")
                .params(parameters)
                .query((row, i) -> read(row))
                .list();
        return Page.of(wish, total, rows);
    }

    private static void narrow(
            String column, @Nullable Enum<?> value, StringBuilder where, Map<String, Object> parameters) {
        if (value != null) {
            where.append(" and ").append(column).append(" = :").append(column);
            parameters.put(column, value.name());
        }
    }

    /** Requests that are sent and due by a day, the earliest first. */
    List<DataRequest> due(Actor actor, LocalDate until, int most) {
        return database.sql(
                        SELECT + "state = 'SENT' and due <= :until and " + Scope.SQL + " order by due, id limit :most")
                .param("until", until)
                .param("most", most)
                .params(Scope.of(actor))
                .query((row, i) -> read(row))
                .list();
    }

    /** Requests that changed since a time, the newest first. */
    List<DataRequest> changed(Actor actor, Instant since, int most) {
        return database.sql(SELECT + "changed_at >= :since and " + Scope.SQL + " order by changed_at desc limit :most")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .params(Scope.of(actor))
                .query((row, i) -> read(row))
                .list();
    }

    /** The tables that are asked for and waited for, by an open request that is the actor's. */
    Map<String, UUID> open(Actor actor) {
        Map<String, UUID> open = new HashMap<>();
        database.sql("select contract, request_id from requested_table join data_request on id = request_id"
                        + " where state in ('DRAFTED', 'SENT') and " + Scope.SQL + " order by made_at")
                .params(Scope.of(actor))
                .query((row, i) -> open.put(row.getString("contract"), row.getObject("request_id", UUID.class)))
                .list();
        return open;
    }

    /** The request of an office that a form was made for, if it still waits, whoever of the office brings the form. */
    Optional<UUID> waitingForWithoutScope(String formNumber, int office) {
        return database.sql("select id from data_request where form_number = ? and office_id = ?"
                        + " and state in ('DRAFTED', 'SENT')")
                .params(formNumber, office)
                .query(UUID.class)
                .optional();
    }

    /** Who was asked for what a delivery answered, if it answered a request that is the actor's. */
    Optional<String> providerOf(Actor actor, UUID delivery) {
        return database.sql("select provider from data_request where answered_by = :delivery and " + Scope.SQL
                        + " order by ended_on desc limit 1")
                .param("delivery", delivery)
                .params(Scope.of(actor))
                .query(String.class)
                .optional();
    }

    void add(UUID id, Actor actor, CheckedRequest request, String formNumber) {
        database.sql("""
                        insert into data_request
                            (id, office_id, department_id, made_by, made_at, changed_at, form_number, state,
                             way, owner, provider, models, bases, purpose, period_from, period_until, regions,
                             handing_over, contact, letter_number, due, remarks)
                        values (:id, :office, :department, :by, :now, :now, :form, 'DRAFTED',
                             :way, :owner, :provider, :models, :bases, :purpose, :from, :until, :regions,
                             :handing, :contact, '', :due, :remarks)
                        """)
                .params(said(request))
                .param("id", id)
                .param("office", actor.office())
                .param("department", actor.department())
                .param("by", actor.id())
                .param("now", now())
                .param("form", formNumber)
                .update();
        tables(id, request.tables());
    }

    void change(UUID id, CheckedRequest request) {
        database.sql("""
                        update data_request set changed_at = :now,
                            way = :way, owner = :owner, provider = :provider, models = :models, bases = :bases,
                            purpose = :purpose, period_from = :from, period_until = :until, regions = :regions,
                            handing_over = :handing, contact = :contact, due = :due, remarks = :remarks
                        where id = :id and state = 'DRAFTED'
                        """)
                .params(said(request))
                .param("id", id)
                .param("now", now())
                .update();
        database.sql("delete from requested_table where request_id = ?")
                .param(id)
                .update();
        tables(id, request.tables());
    }

    private static Map<String, @Nullable Object> said(CheckedRequest request) {
        Letter letter = request.letter();
        Map<String, @Nullable Object> said = new HashMap<>();
        said.put("way", letter.way().name());
        said.put("owner", request.owner());
        said.put("provider", letter.provider());
        said.put("models", request.models().toArray(String[]::new));
        said.put("bases", letter.bases().toArray(String[]::new));
        said.put("purpose", letter.purpose());
        said.put("from", letter.periodFrom());
        said.put("until", letter.periodUntil());
        said.put("regions", letter.regions().toArray(String[]::new));
        said.put("handing", letter.handingOver());
        said.put("contact", letter.contact());
        said.put("due", letter.due());
        said.put("remarks", request.remarks());
        return said;
    }

    private void tables(UUID id, List<Asked> tables) {
        for (int i = 0; i < tables.size(); i++) {
            Asked table = tables.get(i);
            database.sql("insert into requested_table values (?, ?, ?, ?, ?)")
                    .params(
                            id,
                            i + 1,
                            table.contract(),
                            table.required().toArray(String[]::new),
                            table.helpful().toArray(String[]::new))
                    .update();
        }
    }

    /**
     * Takes a request one state further.
     *
     * @return false when it is in another state by now
     */
    boolean step(DataRequest before, Step step) {
        return database.sql("""
                        update data_request set state = :to, changed_at = :now, letter_number = :number,
                            remarks = :remarks, sent_on = case when :to = 'SENT' then :day else sent_on end,
                            ended_on = case when :to in ('ANSWERED', 'REFUSED', 'CLOSED') then :day else null end,
                            answered_by = coalesce(:delivery, answered_by)
                        where id = :id and state = :from
                        """)
                        .param("to", step.to().name())
                        .param("now", now())
                        .param("number", step.letterNumber())
                        .param("remarks", step.remarks())
                        .param("day", step.on())
                        .param("delivery", step.delivery(), java.sql.Types.OTHER)
                        .param("id", before.id())
                        .param("from", before.state().name())
                        .update()
                > 0;
    }

    /**
     * A step of a request.
     *
     * @param on the day on which it was taken
     * @param delivery what answered it, where that is known
     */
    record Step(
            RequestState to,
            LocalDate on,
            String letterNumber,
            String remarks,
            @Nullable UUID delivery) {}

    /** A form that a request was sent with came back: it is answered, for whoever brought the form. */
    void answeredWithoutScope(UUID id, UUID delivery, LocalDate on) {
        database.sql("update data_request set state = 'ANSWERED', changed_at = ?, ended_on = ?, answered_by = ?"
                        + " where id = ? and state in ('DRAFTED', 'SENT')")
                .params(now(), on, delivery, id)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private DataRequest read(ResultSet row) throws SQLException {
        return new DataRequest(
                row.getObject("id", UUID.class),
                row.getInt("office_id"),
                row.getInt("department_id"),
                row.getInt("made_by"),
                row.getString("maker"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("owner"),
                texts(row.getArray("models")),
                letter(row),
                json.readValue(row.getString("tables"), new TypeReference<List<Asked>>() {}),
                row.getString("remarks"),
                row.getString("form_number"),
                RequestState.valueOf(row.getString("state")),
                row.getObject("sent_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getObject("answered_by", UUID.class));
    }

    private static Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                Way.valueOf(row.getString("way")),
                row.getString("provider"),
                texts(row.getArray("bases")),
                row.getString("purpose"),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_until", LocalDate.class),
                texts(row.getArray("regions")),
                row.getString("handing_over"),
                row.getString("contact"),
                row.getString("letter_number"),
                row.getObject("due", LocalDate.class));
    }

    static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
