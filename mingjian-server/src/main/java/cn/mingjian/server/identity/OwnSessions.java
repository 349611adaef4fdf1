package cn.mingjian.server.identity;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.problem.Refusal;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where else one is signed in, and ending it there. The number shown is a digest: with the real one others could enter. */
@RestController
@RequestMapping("/api/v1/session/own")
class OwnSessions {

    /** The address from which a session was begun, as an attribute of the session. */
    static final String ADDRESS = "address";

    private final Sessions sessions;
    private final Acts acts;

    OwnSessions(Sessions sessions, Acts acts) {
        this.sessions = sessions;
        this.acts = acts;
    }

    /** @param current whether it is the one that asks */
    record SessionShown(String id, Instant begun, Instant lastUsed, String address, boolean current) {}

    @GetMapping
    @Allowed(Allowed.To.SIGNED_IN)
    List<SessionShown> own(Actor actor, HttpSession current) {
        return sessions.of(actor.id()).values().stream()
                .map(session -> new SessionShown(
                        Digests.sha256(session.getId()),
                        session.getCreationTime(),
                        session.getLastAccessedTime(),
                        Optional.ofNullable((String) session.getAttribute(ADDRESS))
                                .orElse(""),
                        session.getId().equals(current.getId())))
                .sorted(Comparator.comparing(SessionShown::lastUsed).reversed())
                .toList();
    }

    @DeleteMapping("/{id}")
    @Allowed(Allowed.To.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Actor actor, @PathVariable String id) {
        String session = sessions.of(actor.id()).keySet().stream()
                .filter(known -> Digests.sha256(known).equals(id))
                .findFirst()
                .orElseThrow(Refusal::notThere);
        acts.write(actor, Act.of("session.end", "account", actor.id()), () -> sessions.end(session));
    }
}
