package cn.mingjian.server.actor;

import java.util.Map;

/**
 * Which rows of a table that belong to departments an actor may see: those of their own department, or of their whole
 * office for whoever heads it. Upper offices see figures, not rows.
 */
public final class Scope {

    /** The condition, for tables with {@code office_id} and {@code department_id}; parameters come from {@link #of}. */
    public static final String SQL = "(office_id = :scopeOffice and (:scopeWhole or department_id = :scopeDepartment))";

    private Scope() {}

    /** The parameters of {@link #SQL} for an actor. */
    public static Map<String, Object> of(Actor actor) {
        return Map.of(
                "scopeOffice", actor.office(),
                "scopeWhole", actor.seesWholeOffice(),
                "scopeDepartment", actor.department());
    }
}
