package cn.mingjian.server.identity;

import java.util.Map;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Where an account is signed in. */
@Component
public class Sessions {

    private final FindByIndexNameSessionRepository<? extends Session> kept;

    Sessions(FindByIndexNameSessionRepository<? extends Session> kept) {
        this.kept = kept;
    }

    /** The sessions of an account, by their secret numbers. */
    Map<String, ? extends Session> of(int account) {
        return kept.findByPrincipalName(String.valueOf(account));
    }

    /** Ends one. */
    void end(String session) {
        kept.deleteById(session);
    }

    /** Ends all of an account. */
    public void endAll(int account) {
        of(account).keySet().forEach(kept::deleteById);
    }
}
