package cn.mingjian.server.identity;

import cn.mingjian.server.actor.Actor;

/**
 * What ends where an account leaves its department. What it brought, ordered and wrote is the department's and stays; this
 * is what would go on in its name, or let it in again, and each module ends its own.
 */
public interface Leaving {

    /**
     * Ends it, inside the act by which the account moves.
     *
     * @param leaver the account as it stands until then, in the department that it leaves
     */
    void leaves(Actor leaver);
}
