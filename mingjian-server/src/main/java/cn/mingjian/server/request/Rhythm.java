package cn.mingjian.server.request;

import java.time.LocalDate;
import java.util.Optional;

/** How often a body delivers. */
public enum Rhythm {
    ONCE(0, 0),
    MONTHLY(1, 15),
    QUARTERLY(3, 45),
    YEARLY(12, 90);

    private final int months;
    private final int early;

    /** @param early how many days before it is due a delivery counts for that day, and not for the one before */
    Rhythm(int months, int early) {
        this.months = months;
        this.early = early;
    }

    /** The first due day after a day; counted from the first of all, so that the 31st stays the last day of a month. */
    Optional<LocalDate> after(LocalDate first, LocalDate day) {
        if (this == ONCE) {
            return first.isAfter(day) ? Optional.of(first) : Optional.empty();
        }
        LocalDate due = first;
        for (int i = 1; !due.isAfter(day); i++) {
            due = first.plusMonths((long) i * months);
        }
        return Optional.of(due);
    }

    /** Whether what arrives on a day is what was due then. */
    boolean counts(LocalDate due, LocalDate arrived) {
        return this == ONCE || !arrived.isBefore(due.minusDays(early));
    }
}
