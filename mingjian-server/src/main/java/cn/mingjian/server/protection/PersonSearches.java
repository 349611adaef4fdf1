package cn.mingjian.server.protection;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.opening.OpeningWish;
import cn.mingjian.server.opening.PersonDigests;
import cn.mingjian.server.problem.Refusal;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who saw a person: the officer gives a number or a name, which is compared by keyed digest with what was opened and never
 * kept, shown or logged. That somebody asked is.
 */
@Component
class PersonSearches {

    private static final int LONGEST = 40;

    private final PersonDigests digests;
    private final ProtectionRecords records;
    private final Acts acts;

    PersonSearches(PersonDigests digests, ProtectionRecords records, Acts acts) {
        this.digests = digests;
        this.records = records;
        this.acts = acts;
    }

    /**
     * Whom the officer asks for, and why.
     *
     * @param value a number of identity or a name, in full
     */
    record PersonWish(String value, OpeningWish why) {}

    List<OpeningShown> search(Actor actor, PersonWish wish) {
        if (wish.why() == null) {
            throw Refusal.bad("server.opening-reason");
        }
        OpeningWish why = wish.why().checked();
        String value = wish.value() == null ? "" : wish.value().strip();
        Set<String> sought = value.length() > LONGEST ? Set.of() : digests.whole(value);
        if (sought.isEmpty()) {
            throw Refusal.bad("server.person-value");
        }
        return acts.write(
                actor,
                () -> {
                    List<OpeningShown> found = records.openingsOf(actor, sought);
                    records.searched(actor, why, found.size());
                    return found;
                },
                found -> Act.of("protection.person-search", "office", actor.office())
                        .with("reason", why.reason())
                        .with("found", found.size()));
    }
}
