package cn.mingjian.server.actor;

import java.util.Map;

/**
 * Which rows of a table that belong to departments an actor may see: those of their own department, or of their whole
 * office for whoever heads it. Upper offices see figures, not rows; their administrators keep the accounts of lower ones.
 */
public final class Scope {

    /** The condition, for tables with {@code office_id} and {@code department_id}; parameters come from {@link #of}. */
    public static final String SQL = "(office_id = :scopeOffice and (:scopeWhole or department_id = :scopeDepartment))";

    /** The same for tables whose rows may be shared with the whole office, as {@code shared_with} says. */
    public static final String SHARED_SQL = "(office_id = :scopeOffice"
            + " and (:scopeWhole or shared_with = 'OFFICE' or department_id = :scopeDepartment))";

    /**
     * The offices that an administrator keeps, their own and all below it, as a list to be asked with {@code in};
     * parameters come from {@link #of}.
     */
    public static final String OFFICES_BELOW = """
            (with recursive below (id) as (
                select id from office where id = :scopeOffice
                union select lower.id from office lower join below on lower.parent_id = below.id)
             select id from below)
            """;

    private Scope() {}

    /** The parameters of {@link #SQL} and {@link #SHARED_SQL} for an actor. */
    public static Map<String, Object> of(Actor actor) {
        return Map.of(
                "scopeOffice", actor.office(),
                "scopeWhole", actor.seesWholeOffice(),
                "scopeDepartment", actor.department());
    }
}
