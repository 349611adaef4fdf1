package cn.mingjian.server.document;

import cn.mingjian.documents.correction.Correction;
import cn.mingjian.documents.correction.Corrections;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.delivery.Brought;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people set right in documents: kept with who and when, and applied wherever a document is read. */
@Component
class DocumentCorrections {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient database;
    private final Clock clock;

    DocumentCorrections(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All corrections of a delivery, by number of the document. */
    record Known(Map<Integer, List<Correction>> byDocument, int count) {

        /** Those of one document; the id is the same for all, so that it matches any. */
        Corrections of(int number, String id) {
            return new Corrections(byDocument.getOrDefault(number, List.of()).stream()
                    .map(one -> new Correction(
                            id, one.element(), one.defendant(), one.value(), one.by(), one.at(), one.reason()))
                    .toList());
        }
    }

    private record Numbered(int number, Correction correction) {}

    Known of(Brought brought) {
        List<Numbered> all = database.sql("""
                        select c.*, a.name from document_correction c join account a on a.id = c.corrected_by
                        where c.delivery_id = ? order by c.id
                        """)
                .param(brought.id())
                .query((row, i) -> read(row))
                .list();
        Map<Integer, List<Correction>> byDocument = new TreeMap<>();
        all.forEach(one -> byDocument
                .computeIfAbsent(one.number(), any -> new ArrayList<>())
                .add(one.correction()));
        return new Known(byDocument, all.size());
    }

    /** How many there are by now. */
    int count(Brought brought) {
        return database.sql("select count(*) from document_correction where delivery_id = ?")
                .param(brought.id())
                .query(Integer.class)
                .single();
    }

    /** Only to be called inside an act. */
    void add(Actor actor, Brought brought, int number, ElementPath path, JsonNode value, String reason) {
        database.sql("""
                        insert into document_correction (delivery_id, document_number, element, defendant, value, reason,
                            corrected_by, corrected_at) values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        brought.id(),
                        number,
                        path.rule().id(),
                        path.defendant(),
                        value.toString(),
                        reason,
                        actor.id(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private static Numbered read(ResultSet row) throws SQLException {
        return new Numbered(
                row.getInt("document_number"),
                new Correction(
                        "",
                        row.getString("element"),
                        row.getInt("defendant"),
                        value(row.getString("value")),
                        row.getString("name"),
                        row.getObject("corrected_at", OffsetDateTime.class)
                                .toInstant()
                                .toString(),
                        Optional.of(row.getString("reason"))));
    }

    private static JsonNode value(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
