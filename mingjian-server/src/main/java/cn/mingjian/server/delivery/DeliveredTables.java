package cn.mingjian.server.delivery;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Scope;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which tables deliveries hold, with the columns that were recognised. */
@Component
public class DeliveredTables {

    private final JdbcClient database;

    DeliveredTables(JdbcClient database) {
        this.database = database;
    }

    /** Only to be called inside the act by which a delivery becomes ready. */
    public void add(UUID delivery, Map<String, ? extends Collection<String>> columns) {
        columns.forEach(
                (contract, names) -> database.sql("insert into delivered_table values (?, ?, ?) on conflict do nothing")
                        .params(delivery, contract, names.toArray(String[]::new))
                        .update());
    }

    /** The columns of each contract that the actor's department, or for heads the office, has in its deliveries. */
    public Map<String, Set<String>> atHand(Actor actor) {
        Map<String, Set<String>> columns = new TreeMap<>();
        database.sql("select contract, columns from delivered_table join delivery on delivery.id = delivery_id"
                        + " where state = 'READY' and " + Scope.SQL)
                .params(Scope.of(actor))
                .query((row, i) -> columns.computeIfAbsent(row.getString("contract"), any -> new TreeSet<>())
                        .addAll(texts(row.getArray("columns"))))
                .list();
        return columns;
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
