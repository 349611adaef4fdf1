package cn.mingjian.server.delivery;

import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.installation.ProductDigest;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was found in deliveries, kept for as long as product and library are the same. */
@Component
class KeptLooks {

    private final JdbcClient database;
    private final Acts acts;
    private final ProductDigest product;

    KeptLooks(JdbcClient database, Acts acts, ProductDigest product) {
        this.database = database;
        this.acts = acts;
        this.product = product;
    }

    Optional<Look> of(Brought brought) {
        return database.sql("select look from delivery_look where delivery_id = ? and product = ?")
                .params(brought.id(), product.text())
                .query(String.class)
                .optional()
                .map(json -> JsonMapper.shared().readValue(json, Look.class));
    }

    void keep(Brought brought, Look look) {
        acts.note(brought.system(), () -> database.sql("""
                        insert into delivery_look (delivery_id, product, look) values (?, ?, ?)
                        on conflict (delivery_id) do update set product = excluded.product, look = excluded.look
                        """)
                .params(brought.id(), product.text(), JsonMapper.shared().writeValueAsString(look))
                .update());
    }
}
