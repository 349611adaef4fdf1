package cn.mingjian.server.testing;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.TestServer.Place;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** Heads who lend roles. */
public final class Lending {

    private Lending() {}

    /** A role lent in a department by its head; its number. */
    public static String of(Place place) {
        TestServer server = TestServer.get();
        Person head = server.signedIn(place, Role.DEPARTMENT_HEAD);
        return lend(head, server.actor(place, Role.PROSECUTOR).id(), Role.DEPARTMENT_HEAD, 3)
                .json()
                .at("/id")
                .asString();
    }

    /** Lends a role from today on for some days. */
    public static Answer lend(Person lender, int to, Role role, int days) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        return lender.post(
                "/api/v1/delegations",
                Map.of("to", to, "role", role, "from", today, "until", today.plusDays(days - 1), "reason", "出差"));
    }
}
