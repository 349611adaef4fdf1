package cn.mingjian.server.protection;

import cn.mingjian.engine.run.Json;
import cn.mingjian.model.Words;
import cn.mingjian.model.clue.Funnel;
import cn.mingjian.model.library.Library;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.protection.Processing.PurposeStated;
import cn.mingjian.server.protection.Processing.RegisterRead;
import cn.mingjian.server.run.Purpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The processing register of an office, computed from its runs: nobody keeps it by hand. */
@Component
class ProcessingRegister {

    private static final int MOST_PURPOSES = 20;

    private final JdbcClient database;
    private final Library library;

    ProcessingRegister(JdbcClient database, Library library) {
        this.database = database;
        this.library = library;
    }

    List<Processing> of(Actor actor) {
        return database.sql("""
                        select all_runs.*, last_done.funnel, last_done.clues,
                            coalesce(last_run.title_zh, '') as title_zh, coalesce(last_run.title_en, '') as title_en
                        from (select model, count(*) as runs, min(ordered_at) as first, max(ordered_at) as last
                              from run where office_id = :office group by model) all_runs
                        left join lateral (select funnel, clues from run where office_id = :office and model = all_runs.model
                              and state = 'DONE' order by ended_at desc limit 1) last_done on true
                        left join lateral (select title_zh, title_en from run where office_id = :office
                              and model = all_runs.model order by ordered_at desc limit 1) last_run on true
                        order by model
                        """)
                .param("office", actor.office())
                .query((row, i) -> entry(actor, row))
                .list();
    }

    private Processing entry(Actor actor, ResultSet row) throws SQLException {
        String model = row.getString("model");
        @Nullable String funnel = row.getString("funnel");
        return new Processing(
                model,
                new Words(row.getString("title_zh"), row.getString("title_en")),
                row.getLong("runs"),
                row.getObject("first", OffsetDateTime.class).toInstant(),
                row.getObject("last", OffsetDateTime.class).toInstant(),
                purposes(actor, model),
                funnel == null ? List.of() : registers(funnel),
                row.getObject("clues", Integer.class));
    }

    private List<PurposeStated> purposes(Actor actor, String model) {
        return database.sql("""
                        select purpose, purpose_text, count(*) as runs from run where office_id = ? and model = ?
                        group by purpose, purpose_text order by max(ordered_at) desc limit
                        """ + MOST_PURPOSES)
                .params(actor.office(), model)
                .query((row, i) -> new PurposeStated(
                        Purpose.valueOf(row.getString("purpose")).words(row.getString("purpose_text")),
                        row.getLong("runs")))
                .list();
    }

    private List<RegisterRead> registers(String funnel) {
        try {
            return Json.read(funnel, Funnel.class).inputs().stream()
                    .map(input -> new RegisterRead(
                            library.contracts()
                                    .find(input.contract())
                                    .map(contract -> contract.title())
                                    .orElse(Words.same(input.contract())),
                            input.rows(),
                            input.persons().values().stream().max(Long::compare).orElse(null),
                            List.copyOf(input.statedBy())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
