package cn.mingjian.server.delivery;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The names of delivered files: as they were given, and as they lie on the disk. */
@Component
class DeliveredFiles {

    private final JdbcClient database;

    DeliveredFiles(JdbcClient database) {
        this.database = database;
    }

    /** A file of a delivery. */
    record Entry(String name, String stored, long bytes) {}

    /** Only to be called inside an act. */
    void add(UUID delivery, List<Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            database.sql("insert into delivered_file values (?, ?, ?, ?, ?)")
                    .params(delivery, i + 1, entry.name(), entry.stored(), entry.bytes())
                    .update();
        }
    }

    /** The files of a delivery that was found to be the actor's. */
    List<Entry> of(Brought brought) {
        return database.sql("select name, stored, bytes from delivered_file where delivery_id = ? order by number")
                .param(brought.id())
                .query((row, i) -> new Entry(row.getString("name"), row.getString("stored"), row.getLong("bytes")))
                .list();
    }
}
