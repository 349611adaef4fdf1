package cn.mingjian.server.administration;

import cn.mingjian.model.Words;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.actor.Scope;
import cn.mingjian.server.identity.AccountState;
import cn.mingjian.server.identity.Accounts;
import cn.mingjian.server.identity.HeldRoles;
import cn.mingjian.server.page.Page;
import cn.mingjian.server.problem.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts of an administrator's own office and of all below it. */
@Component
class AccountList {

    private static final String STATE = "(" + AccountState.SQL + ")";
    private static final String KEPT = " a.kind = 'PERSON' and a.office_id in " + Scope.OFFICES_BELOW;

    private static final String SELECT = """
            select a.id, a.login, a.name, a.office_id, o.name as office_name, a.department_id, d.name_zh, d.name_en,
                   array(%s order by role) as roles, array(%s order by role) as lent, %s as state,
                   a.id = :me as own,
                   exists(select 1 from one_time_code code where code.account_id = a.id and code.used is not null) as codes
            from account a join office o on o.id = a.office_id join department d on d.id = a.department_id
            where
            """.formatted(HeldRoles.OWN, HeldRoles.LENT, STATE) + KEPT;

    private final JdbcClient database;
    private final Accounts accounts;

    AccountList(JdbcClient database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /** A page of them, by office, department and login. */
    Page<AccountRow> list(Actor actor, AccountRow.Filter filter, Page.Wish wish) {
        Map<String, Object> parameters = parameters(actor);
        StringBuilder where = new StringBuilder();
        narrow(where, parameters, " and a.office_id = :office", "office", filter.office());
        narrow(where, parameters, " and :role in " + HeldRoles.OWN, "role", name(filter.role()));
        narrow(where, parameters, " and " + STATE + " = :state", "state", name(filter.state()));
        String query = filter.query() == null ? "" : filter.query().strip().toLowerCase(Locale.ROOT);
        if (!query.isEmpty()) {
            where.append(" and (position(:query in a.login) > 0 or position(:query in lower(a.name)) > 0)");
            parameters.put("query", query);
        }
        long total = database.sql("select count(*) from account a where" + KEPT + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("size", wish.size());
        parameters.put("offset", wish.offset());
        List<AccountRow> rows = database.sql(
                        SELECT + where + " order by a.office_id, a.department_id, a.login limit :size offset :offset")
                .params(parameters)
                .query(AccountList::row)
                .list();
        return Page.of(wish, total, rows);
    }

    /** One of them. */
    AccountRow find(Actor actor, int id) {
        return database.sql(SELECT + " and a.id = :id")
                .params(parameters(actor))
                .param("id", id)
                .query(AccountList::row)
                .optional()
                .orElseThrow(Refusal::notThere);
    }

    /** One of them, kept from changes by others until the act ends. */
    AccountRow hold(Actor actor, int id) {
        find(actor, id);
        database.sql("select id from account where id = ? for update")
                .param(id)
                .query(Integer.class)
                .single();
        return find(actor, id);
    }

    private Map<String, Object> parameters(Actor actor) {
        Map<String, Object> parameters = new HashMap<>(Scope.of(actor));
        parameters.putAll(accounts.now());
        parameters.put("me", actor.id());
        return parameters;
    }

    private static void narrow(
            StringBuilder where,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            parameters.put(name, value);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static AccountRow row(ResultSet row, int number) throws SQLException {
        return new AccountRow(
                row.getInt("id"),
                row.getString("login"),
                row.getString("name"),
                row.getInt("office_id"),
                row.getString("office_name"),
                row.getInt("department_id"),
                new Words(row.getString("name_zh"), row.getString("name_en")),
                roles(row, "roles"),
                roles(row, "lent"),
                AccountState.valueOf(row.getString("state")),
                row.getBoolean("codes"),
                row.getBoolean("own"));
    }

    private static List<Role> roles(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(Role::valueOf)
                .toList();
    }
}
