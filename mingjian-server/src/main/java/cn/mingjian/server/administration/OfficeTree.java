package cn.mingjian.server.administration;

import cn.mingjian.model.Words;
import cn.mingjian.model.region.RegionTree;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Scope;
import cn.mingjian.server.administration.OfficePage.DepartmentRow;
import cn.mingjian.server.administration.OfficePage.KindRow;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.identity.Accounts;
import cn.mingjian.server.identity.Offices;
import cn.mingjian.server.problem.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The offices below an administrator's own, and that itself. */
@Component
class OfficeTree {

    private static final String SELECT = """
            select o.id, case when o.id = :scopeOffice then null else o.parent_id end as parent_id, o.name, o.level,
                   o.region, o.closed,
                   (select count(*) from account a where a.office_id = o.id and not a.closed and a.kind = 'PERSON')
                       as accounts
            from office o where o.id in
            """ + Scope.OFFICES_BELOW;

    private final JdbcClient database;
    private final Offices offices;
    private final Accounts accounts;
    private final RegionTree regions;
    private final Acts acts;

    OfficeTree(JdbcClient database, Offices offices, Accounts accounts, RegionTree regions, Acts acts) {
        this.database = database;
        this.offices = offices;
        this.accounts = accounts;
        this.regions = regions;
        this.acts = acts;
    }

    /** All of them; upper ones and smaller codes first. */
    List<OfficeRow> all(Actor actor) {
        return database.sql(
                        SELECT
                                + " order by array_position(array['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY'], o.level), o.region, o.id")
                .params(Scope.of(actor))
                .query(OfficeTree::row)
                .list();
    }

    /** One of them, with its departments. */
    OfficePage page(Actor actor, int id) {
        OfficeRow office = find(actor, id);
        List<DepartmentRow> departments = database.sql("""
                        select d.id, d.name_zh, d.name_en,
                               (select count(*) from account a
                                 where a.department_id = d.id and not a.closed and a.kind = 'PERSON') as accounts
                        from department d where d.office_id = ? order by d.id
                        """)
                .param(office.id())
                .query((row, i) -> new DepartmentRow(
                        row.getInt("id"),
                        new Words(row.getString("name_zh"), row.getString("name_en")),
                        row.getLong("accounts")))
                .list();
        Set<String> there = kinds(office.id());
        List<KindRow> kinds = Offices.KINDS.stream()
                .filter(kind -> !there.contains(kind.id()))
                .map(kind -> new KindRow(kind.id(), kind.name()))
                .toList();
        return new OfficePage(office, office.id() == actor.office(), departments, kinds);
    }

    private Set<String> kinds(int office) {
        return database.sql("select kind from department where office_id = ?")
                .param(office)
                .query(String.class)
                .set();
    }

    /** Adds one below another of them, for a division within that one's. */
    OfficePage add(Actor actor, int parent, String name, String region) {
        int id = acts.write(
                actor,
                () -> {
                    OfficeRow above = open(actor, parent);
                    if (region.equals(above.region()) || !regions.contains(above.region(), region, accounts.today())) {
                        throw Refusal.bad("server.region-not-below", region, above.name());
                    }
                    refuseTwice(parent, name);
                    return offices.addOffice(parent, name, region);
                },
                added -> Act.of("office.add", "office", added).with("above", parent));
        return page(actor, id);
    }

    /** Gives another name. */
    OfficePage rename(Actor actor, int id, String name) {
        acts.write(actor, Act.of("office.rename", "office", id), () -> {
            OfficeRow office = find(actor, id);
            if (!office.name().equals(name.strip()) && office.parent() != null) {
                refuseTwice(office.parent(), name);
            }
            database.sql("update office set name = ? where id = ?")
                    .params(Offices.checkedName(name), office.id())
                    .update();
        });
        return page(actor, id);
    }

    /** Closes one in which nobody works any more, or opens it again. */
    OfficePage close(Actor actor, int id, boolean closed) {
        acts.write(actor, Act.of(closed ? "office.close" : "office.reopen", "office", id), () -> {
            OfficeRow office = find(actor, id);
            if (office.id() == actor.office()) {
                throw Refusal.conflict("server.own-office");
            }
            if (closed && (office.accounts() > 0 || holdsOpenOffices(id))) {
                throw Refusal.conflict("server.office-in-use", office.accounts());
            }
            database.sql("update office set closed = ? where id = ?")
                    .params(closed, office.id())
                    .update();
        });
        return page(actor, id);
    }

    /** Adds a department of a kind that it has not yet. */
    OfficePage addDepartment(Actor actor, int id, String kind) {
        Offices.Kind known = Offices.KINDS.stream()
                .filter(one -> one.id().equals(kind))
                .findFirst()
                .orElseThrow(() -> Refusal.bad("server.department-kind"));
        acts.write(
                actor,
                () -> {
                    OfficeRow office = open(actor, id);
                    if (kinds(office.id()).contains(kind)) {
                        throw Refusal.conflict("server.department-there", known.name());
                    }
                    return offices.addDepartment(office.id(), known);
                },
                added -> Act.of("department.add", "department", added).with("office", id));
        return page(actor, id);
    }

    /** One of them that is not closed. */
    OfficeRow open(Actor actor, int id) {
        OfficeRow office = find(actor, id);
        if (office.closed()) {
            throw Refusal.conflict("server.office-closed");
        }
        return office;
    }

    private OfficeRow find(Actor actor, int id) {
        return database.sql(SELECT + " and o.id = :id")
                .params(Scope.of(actor))
                .param("id", id)
                .query(OfficeTree::row)
                .optional()
                .orElseThrow(Refusal::notThere);
    }

    private void refuseTwice(int parent, String name) {
        boolean there = database.sql("select exists(select 1 from office where parent_id = ? and name = ?)")
                .params(parent, name.strip())
                .query(Boolean.class)
                .single();
        if (there) {
            throw Refusal.conflict("server.office-there", name.strip());
        }
    }

    private boolean holdsOpenOffices(int id) {
        return database.sql("select exists(select 1 from office where parent_id = ? and not closed)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private static OfficeRow row(ResultSet row, int number) throws SQLException {
        return new OfficeRow(
                row.getInt("id"),
                row.getObject("parent_id", Integer.class),
                row.getString("name"),
                row.getString("level"),
                row.getString("region"),
                row.getBoolean("closed"),
                row.getLong("accounts"));
    }
}
