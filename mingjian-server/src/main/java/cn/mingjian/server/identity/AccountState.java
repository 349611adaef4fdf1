package cn.mingjian.server.identity;

/** Whether one can work with an account. */
public enum AccountState {
    OPEN,
    /** The security lesson and pledge are to be given, at first or again after a year. */
    PLEDGE_DUE,
    /** Too many passwords were wrong; it opens by itself after a while. */
    LOCKED,
    /** Closed because the pledge was not renewed in time, until an administrator reopens it. */
    LAPSED,
    /** Closed by an administrator. */
    CLOSED;

    /** The state of an account {@code a}; parameters come from {@link HeldRoles#on}, and {@code now}. */
    public static final String SQL = """
            case when a.closed then 'CLOSED'
                 when coalesce(a.pledged_until, (a.created_at at time zone 'Asia/Shanghai')::date) < :lapsedBefore
                      then 'LAPSED'
                 when a.locked_until > :now then 'LOCKED'
                 when coalesce(a.pledged_until, '-infinity') < :today then 'PLEDGE_DUE'
                 else 'OPEN' end
            """;

    /** Whether nobody can enter until an administrator reopens it. */
    public boolean shut() {
        return this == LAPSED || this == CLOSED;
    }
}
