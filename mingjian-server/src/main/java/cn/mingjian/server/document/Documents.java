package cn.mingjian.server.document;

import cn.mingjian.model.Words;
import cn.mingjian.server.delivery.Brought;
import cn.mingjian.server.page.Page;
import cn.mingjian.server.problem.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The documents of deliveries as they are listed. Callers have found the delivery to be the actor's. */
@Component
class Documents {

    private static final int BATCH = 500;

    private final JdbcClient database;
    private final JdbcTemplate batches;

    Documents(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /** Where the line of a document lies in the file of elements. */
    record Line(long start, int bytes) {}

    /** A document and where its line lies; unreadable ones have none. */
    record Kept(DocumentRow row, Optional<Line> line) {}

    /** In which order documents are listed: one of a closed list, so that nothing of a request becomes SQL. */
    enum DocumentOrder {
        /** Those that could not be read first, then those with most elements that are not sure. */
        DOUBT("(problem_zh is not null) desc, unsure desc, number"),
        NUMBER("number");

        private final String sql;

        DocumentOrder(String sql) {
            this.sql = sql;
        }
    }

    Page<DocumentRow> list(Brought brought, DocumentOrder order, Page.Wish wish) {
        long total = database.sql("select count(*) from document where delivery_id = ?")
                .param(brought.id())
                .query(Long.class)
                .single();
        List<DocumentRow> rows = database.sql(
                        "select * from document where delivery_id = ? order by " + order.sql + " limit ? offset ?")
                .params(brought.id(), wish.size(), wish.offset())
                .query((row, i) -> read(row).row())
                .list();
        return Page.of(wish, total, rows);
    }

    Kept find(Brought brought, int number) {
        return database.sql("select * from document where delivery_id = ? and number = ?")
                .params(brought.id(), number)
                .query((row, i) -> read(row))
                .optional()
                .orElseThrow(Refusal::notThere);
    }

    /** The documents that could be read, in the order of their lines. */
    List<Kept> allRead(Brought brought) {
        return database.sql("select * from document where delivery_id = ? and line_start is not null order by number")
                .param(brought.id())
                .query((row, i) -> read(row))
                .list();
    }

    /** Enters what was read, in place of what an earlier reading entered. Only to be called inside an act. */
    void enter(UUID delivery, List<Kept> documents) {
        batches.batchUpdate("""
                insert into document (delivery_id, number, name, court, case_number, defendants, unsure, problem_zh,
                    problem_en, line_start, line_bytes) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (delivery_id, number) do update set name = excluded.name, court = excluded.court,
                    case_number = excluded.case_number, defendants = excluded.defendants, unsure = excluded.unsure,
                    problem_zh = excluded.problem_zh, problem_en = excluded.problem_en,
                    line_start = excluded.line_start, line_bytes = excluded.line_bytes
                """, documents, BATCH, (statement, kept) -> {
            DocumentRow row = kept.row();
            statement.setObject(1, delivery);
            statement.setInt(2, row.no());
            statement.setString(3, row.name());
            statement.setString(4, row.court());
            statement.setString(5, row.caseNumber());
            statement.setInt(6, row.defendants());
            statement.setInt(7, row.unsure());
            statement.setString(8, row.problem() == null ? null : row.problem().zh());
            statement.setString(9, row.problem() == null ? null : row.problem().en());
            statement.setObject(10, kept.line().map(Line::start).orElse(null), Types.BIGINT);
            statement.setObject(11, kept.line().map(Line::bytes).orElse(null), Types.INTEGER);
        });
    }

    /** What the list says of a document after a correction. Only to be called inside an act. */
    void change(UUID delivery, DocumentRow row) {
        database.sql("""
                        update document set court = :court, case_number = :number, unsure = :unsure
                        where delivery_id = :delivery and number = :no
                        """)
                .param("court", row.court())
                .param("number", row.caseNumber())
                .param("unsure", row.unsure())
                .param("delivery", delivery)
                .param("no", row.no())
                .update();
    }

    private static Kept read(ResultSet row) throws SQLException {
        @Nullable String problem = row.getString("problem_zh");
        DocumentRow shown = new DocumentRow(
                row.getInt("number"),
                row.getString("name"),
                row.getString("court"),
                row.getString("case_number"),
                row.getInt("defendants"),
                row.getInt("unsure"),
                problem == null ? null : new Words(problem, row.getString("problem_en")));
        @Nullable Long start = row.getObject("line_start", Long.class);
        return new Kept(shown, Optional.ofNullable(start).map(at -> new Line(at, intOf(row, "line_bytes"))));
    }

    private static int intOf(ResultSet row, String column) {
        try {
            return row.getInt(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
