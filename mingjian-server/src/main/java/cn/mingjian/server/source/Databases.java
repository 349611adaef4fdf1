package cn.mingjian.server.source;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.source.SourceSettings.Database;
import java.util.List;
import org.springframework.stereotype.Component;

/** The databases of other systems that the settings name, for the stewards of the department that answers for each. */
@Component
class Databases {

    private final SourceSettings settings;
    private final Stewards stewards;
    private final Drivers drivers;
    private final Patience patience;

    Databases(SourceSettings settings, Stewards stewards, Drivers drivers) {
        this.settings = settings;
        this.stewards = stewards;
        this.drivers = drivers;
        patience = new Patience(settings.limits().patienceSeconds());
    }

    /** Those of the actor's department. */
    List<Database> of(Actor actor) {
        return settings.databases().stream()
                .filter(database -> stewards.ofDepartment(actor, database))
                .toList();
    }

    Database one(Actor actor, String name) {
        return of(actor).stream()
                .filter(database -> database.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }

    /** The tables and views that a database tells of, without those of its own. */
    List<OutsideTable> tables(Database database) {
        return patience.wait(
                database.name(),
                () -> {
                    try (OutsideSession session = OutsideSession.open(drivers, database, settings.limits())) {
                        return session.tables();
                    }
                },
                tables -> {});
    }

    /** A session that does not write, which the caller closes. */
    OutsideSession open(Database database) {
        return patience.wait(
                database.name(),
                () -> OutsideSession.open(drivers, database, settings.limits()),
                OutsideSession::close);
    }
}
