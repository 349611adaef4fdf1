package cn.mingjian.server.identity;

import cn.mingjian.model.Words;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.identity.Me.Moved;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts that move from one department to another, and how their people learn of it. */
@Component
public class Moves {

    private final JdbcClient database;
    private final Accounts accounts;
    private final List<Leaving> leavings;

    Moves(JdbcClient database, Accounts accounts, List<Leaving> leavings) {
        this.database = database;
        this.accounts = accounts;
        this.leavings = leavings;
    }

    /**
     * Moves an account: its roles end, and what every module ends. Only to be called inside an act.
     *
     * @param mover who moves it
     * @param leaver the account as it stands
     * @param department to which it moves, of any office
     */
    public void move(Actor mover, Actor leaver, int department) {
        leavings.forEach(leaving -> leaving.leaves(leaver));
        database.sql("delete from account_role where account_id = ?")
                .param(leaver.id())
                .update();
        database.sql("""
                        update account set office_id = place.office_id, department_id = place.id
                        from department place where place.id = ? and account.id = ?
                        """).params(department, leaver.id()).update();
        database.sql("""
                        insert into account_move (account_id, from_department, to_department, moved_by, moved_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(leaver.id(), leaver.department(), department, mover.id(), accounts.time())
                .update();
    }

    /** The latest move of an account, until its person has read of it. */
    Optional<Moved> unread(Actor actor) {
        return database.sql("""
                        select left_office.name as from_office, left_place.name_zh as from_zh,
                               left_place.name_en as from_en, mover.name as mover, move.moved_at
                        from account_move move
                             join department left_place on left_place.id = move.from_department
                             join office left_office on left_office.id = left_place.office_id
                             join account mover on mover.id = move.moved_by
                        where move.seen_at is null and account_id = ? order by move.id desc limit 1
                        """)
                .param(actor.id())
                .query((row, i) -> new Moved(
                        row.getString("from_office"),
                        new Words(row.getString("from_zh"), row.getString("from_en")),
                        row.getString("mover"),
                        row.getObject("moved_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Its person has read of it. Only to be called inside an act. */
    void read(Actor actor) {
        database.sql("update account_move set seen_at = ? where account_id = ? and seen_at is null")
                .params(accounts.time(), actor.id())
                .update();
    }
}
