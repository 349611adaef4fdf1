package cn.mingjian.server.source;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.identity.Leaving;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sources stay with the department when their steward leaves it: otherwise what its people put into a folder would reach
 * another one. They rest until the settings name another steward, or this one comes back.
 */
@Component
class StayingSources implements Leaving {

    private final SourceSettings settings;
    private final JdbcClient database;

    StayingSources(SourceSettings settings, JdbcClient database) {
        this.settings = settings;
        this.database = database;
    }

    @Override
    public void leaves(Actor leaver) {
        String login = database.sql("select login from account where id = ?")
                .param(leaver.id())
                .query(String.class)
                .single();
        Stream.concat(settings.watched().stream(), settings.databases().stream())
                .filter(source -> source.steward().equals(login))
                .forEach(source -> database.sql("""
                                insert into source_stays (source, steward_id, department_id) values (?, ?, ?)
                                on conflict do nothing
                                """)
                        .params(source.id(), leaver.id(), leaver.department())
                        .update());
    }
}
