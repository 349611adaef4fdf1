package cn.mingjian.server.dataset;

import cn.mingjian.server.actor.Actor;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The mappings that an office remembers. */
@Component
class Mappings {

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    Mappings(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** The recipe for headings that came before; else the latest one of the contract. */
    Optional<Recipe> remembered(Actor actor, String contract, String signature) {
        return database.sql("select recipe from mapping where office_id = ? and contract = ?"
                        + " order by signature = ? desc, noted_at desc limit 1")
                .params(actor.office(), contract, signature)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, Recipe.class));
    }

    /** The contract as which the office took such headings last. */
    Optional<String> contract(Actor actor, String signature) {
        return database.sql(
                        "select contract from mapping where office_id = ? and signature = ? order by noted_at desc limit 1")
                .params(actor.office(), signature)
                .query(String.class)
                .optional();
    }

    /** Remembers a recipe; only to be called inside an act. */
    void note(Actor actor, String contract, String signature, Recipe recipe) {
        database.sql("insert into mapping values (?, ?, ?, ?, ?, ?) on conflict (office_id, contract, signature)"
                        + " do update set recipe = excluded.recipe, noted_by = excluded.noted_by,"
                        + " noted_at = excluded.noted_at")
                .params(
                        actor.office(),
                        contract,
                        signature,
                        json.writeValueAsString(recipe),
                        actor.id(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
