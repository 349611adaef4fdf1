package cn.mingjian.server.request;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who asks, as letters name them. */
@Component
class Senders {

    private final JdbcClient database;

    Senders(JdbcClient database) {
        this.database = database;
    }

    /**
     * Who asks.
     *
     * @param office the name of the office
     * @param region the division that it serves
     * @param person the name of the person
     */
    record Sender(String office, String region, String person) {}

    /** The actor as a sender. */
    Sender of(Actor actor) {
        return database.sql("select office.name, region, account.name as person from account join office"
                        + " on office.id = office_id where account.id = ? and office_id = ?")
                .params(actor.id(), actor.office())
                .query((row, i) -> new Sender(row.getString("name"), row.getString("region"), row.getString("person")))
                .optional()
                .orElseThrow(Refusal::notThere);
    }
}
