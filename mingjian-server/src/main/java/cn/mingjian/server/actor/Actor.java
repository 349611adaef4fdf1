package cn.mingjian.server.actor;

import java.util.Set;

/**
 * Who asks. Every query and every act takes one; what it may see follows from office, department and roles as they are at
 * this moment, not as they were at sign-in.
 *
 * @param id the account
 * @param kind a person, or the system that carries out what a person ordered
 */
public record Actor(int id, Kind kind, int office, int department, Set<Role> roles) {

    /** Who is behind an act. */
    public enum Kind {
        PERSON,
        SYSTEM
    }

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** Whether the actor holds one of these roles. */
    public boolean holds(Set<Role> any) {
        return any.stream().anyMatch(roles::contains);
    }

    /** Heads of the office see what all its departments hold. */
    public boolean seesWholeOffice() {
        return roles.contains(Role.CHIEF) || roles.contains(Role.CASE_MANAGEMENT);
    }
}
