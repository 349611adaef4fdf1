package cn.mingjian.server.request;

import java.util.Locale;

/** By which way data are asked for. */
public enum Way {
    /** Shared under an agreement. */
    SHARED,
    /** Obtained for one matter (调取). */
    OBTAINED,
    /** Public. */
    PUBLIC,
    /** The office's own. */
    OWN,
    /** The data stay where they are, and the comparison is made there (规则出门). */
    RULE_GOES_OUT;

    /** Whether another body is written to. */
    public boolean letter() {
        return switch (this) {
            case SHARED, OBTAINED, RULE_GOES_OUT -> true;
            case PUBLIC, OWN -> false;
        };
    }

    /** The word for it in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
