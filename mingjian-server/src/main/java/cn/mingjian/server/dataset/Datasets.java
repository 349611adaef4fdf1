package cn.mingjian.server.dataset;

import cn.mingjian.model.Words;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.actor.Scope;
import cn.mingjian.server.dataset.DatasetWish.Sharing;
import cn.mingjian.server.page.Page;
import cn.mingjian.server.problem.Refusal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The datasets of offices, as they are read. */
@Component
public class Datasets {

    static final String SELECT = "select dataset.*, (select name from account where id = made_by) as maker,"
            + " (select name_zh from department where id = department_id) as department_zh,"
            + " (select name_en from department where id = department_id) as department_en"
            + " from dataset where ";

    private final JdbcClient database;

    Datasets(JdbcClient database) {
        this.database = database;
    }

    /** Which datasets are listed; what is null is not asked. */
    public record Filter(
            @Nullable String contract, @Nullable String query) {}

    /** A dataset, if the actor may use it. */
    public Dataset find(Actor actor, UUID id) {
        return database.sql(SELECT + "id = :id and " + Scope.SHARED_SQL)
                .param("id", id)
                .params(Scope.of(actor))
                .query(Datasets::read)
                .optional()
                .orElseThrow(Refusal::notThere);
    }

    /** A dataset that the actor's catalogue lists; that does not mean that its rows may be used. */
    Dataset listed(Actor actor, UUID id) {
        return database.sql(SELECT + "id = :id and " + Scope.SHARED_SQL)
                .param("id", id)
                .params(catalogue(actor))
                .query(Datasets::read)
                .optional()
                .orElseThrow(Refusal::notThere);
    }

    /** The data-protection officer watches over all data of the office, whoever may use them. */
    private static Map<String, Object> catalogue(Actor actor) {
        Map<String, Object> parameters = new HashMap<>(Scope.of(actor));
        if (actor.holds(Set.of(Role.PROTECTION_OFFICER))) {
            parameters.put("scopeWhole", true);
        }
        return parameters;
    }

    /** A dataset of the actor's own department, which alone may change it. */
    Dataset own(Actor actor, UUID id) {
        return database.sql(SELECT + "id = :id and " + Scope.SQL)
                .param("id", id)
                .params(Scope.of(actor))
                .query(Datasets::read)
                .optional()
                .orElseThrow(Refusal::notThere);
    }

    /** The datasets of an actor's catalogue, by contract. */
    Page<Dataset> list(Actor actor, Filter filter, Page.Wish wish) {
        Map<String, Object> parameters = catalogue(actor);
        StringBuilder where = new StringBuilder(Scope.SHARED_SQL);
        if (filter.contract() != null) {
            where.append(" and contract = :contract");
            parameters.put("contract", filter.contract());
        }
        if (filter.query() != null && !filter.query().isBlank()) {
            where.append(" and strpos(lower(title || ' ' || origin || ' ' || contract), lower(:query)) > 0");
            parameters.put("query", filter.query().strip());
        }
        long total = database.sql("select count(*) from dataset where " + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("size", wish.size());
        parameters.put("offset", wish.offset());
        List<Dataset> rows = database.sql(
                        SELECT + where + " order by contract, made_at desc, id limit :size offset :offset")
                .params(parameters)
                .query(Datasets::read)
                .list();
        return Page.of(wish, total, rows);
    }

    /** The datasets of some contracts that an actor may use. */
    List<Dataset> of(Actor actor, List<String> contracts) {
        return database.sql(SELECT + "contract = any(:contracts) and " + Scope.SHARED_SQL
                        + " order by contract, made_at, id")
                .param("contracts", contracts.toArray(String[]::new))
                .params(Scope.of(actor))
                .query(Datasets::read)
                .list();
    }

    /** All datasets that an actor may use. */
    List<Dataset> usable(Actor actor) {
        return database.sql(SELECT + Scope.SHARED_SQL + " order by contract, made_at, id")
                .params(Scope.of(actor))
                .query(Datasets::read)
                .list();
    }

    /** A dataset for whoever takes a version in or destroys it. */
    Dataset findWithoutScope(UUID id) {
        return database.sql(SELECT + "id = ?").param(id).query(Datasets::read).single();
    }

    /** Datasets whose day to be destroyed has come. */
    List<Dataset> endedWithoutScope(LocalDate today) {
        return database.sql(SELECT + "destroy_by <= ? and exists (select 1 from dataset_version"
                        + " where dataset_id = dataset.id and state in ('READY', 'FAILED', 'READING'))")
                .param(today)
                .query(Datasets::read)
                .list();
    }

    static Dataset read(ResultSet row, int number) throws SQLException {
        return new Dataset(
                row.getObject("id", UUID.class),
                row.getInt("office_id"),
                row.getInt("department_id"),
                new Words(row.getString("department_zh"), row.getString("department_en")),
                row.getString("contract"),
                row.getString("title"),
                row.getString("origin"),
                texts(row, "regions"),
                new Authority(
                        row.getString("authority_title"),
                        row.getString("authority_number"),
                        texts(row, "authority_purposes"),
                        row.getObject("authority_until", LocalDate.class)),
                Sharing.valueOf(row.getString("shared_with")),
                row.getObject("destroy_by", LocalDate.class),
                row.getString("maker"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Arrays.asList((String[]) array.getArray());
    }
}
