package cn.mingjian.server.backup;

import java.util.List;

/** What is backed up, and what a restore replaces. */
public enum Way {
    /** All of an installation; is restored into an empty one. */
    WHOLE(List.of("state"), List.of("offices", "packages")),
    /** Tables, keys and registers, without the files of offices; takes the place of those of an installation. */
    STATE(List.of("state"), List.of());

    private final List<String> before;
    private final List<String> after;

    Way(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /** The folders that are copied before the tables: a key is older than the rows that need it. */
    List<String> before() {
        return before;
    }

    /** The folders that are copied after the tables: a file lies there before a row names it. */
    List<String> after() {
        return after;
    }
}
