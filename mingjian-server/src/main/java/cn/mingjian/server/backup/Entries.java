package cn.mingjian.server.backup;

/** How the entries of an archive are called. Rows of a table come in several entries of one name. */
final class Entries {

    static final String ROWS = "tables/";
    static final String FILES = "files/";

    private Entries() {}
}
