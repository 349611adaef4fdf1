package cn.mingjian.server.clue;

import cn.mingjian.model.Words;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The time limits of the clues that a person's own runs gave; runs for study have none, because their clues are not for use. */
@Component
public class ClueClocks {

    /** The characters of a time limit that are its day. */
    private static final int DAY = 10;

    private final JdbcClient database;

    ClueClocks(JdbcClient database) {
        this.database = database;
    }

    /** A time limit: the clue, and the newest run that gave it. */
    public record ClueClock(UUID run, String clueId, Words title, String grade, LocalDate until) {}

    /** The time limits that end on a day or later, the earliest first. */
    public List<ClueClock> soonest(Actor actor, LocalDate from, int most) {
        return database.sql("""
                        select * from (
                            select distinct on (clue_id) run_id, clue_id, title_zh, title_en, grade, time_limit
                            from clue where time_limit >= :from and run_id in (
                                select id from run
                                where ordered_by = :me and state = 'DONE' and purpose in ('CASE', 'ACTION')) and\s""" + Scope.SQL + """
                            order by clue_id, (select ordered_at from run where id = run_id) desc) newest
                        order by time_limit, clue_id limit :most
                        """)
                .param("from", from.toString())
                .param("me", actor.id())
                .param("most", most)
                .params(Scope.of(actor))
                .query((row, i) -> new ClueClock(
                        row.getObject("run_id", UUID.class),
                        row.getString("clue_id"),
                        new Words(row.getString("title_zh"), row.getString("title_en")),
                        row.getString("grade"),
                        LocalDate.parse(row.getString("time_limit").substring(0, DAY))))
                .list();
    }
}
