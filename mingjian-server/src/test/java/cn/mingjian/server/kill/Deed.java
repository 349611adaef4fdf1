package cn.mingjian.server.kill;

/** What is done while the server is killed. */
enum Deed {
    /** A delivery of registers is brought and looked through. */
    BRING_REGISTERS,
    /** Two runs: the first is somewhere between queue and end, the second waits. */
    RUN,
    /** Workbooks are taken, one after another. */
    EXPORT,
    /** Judgments are brought and read. */
    BRING_DOCUMENTS,
    /** Two runs: the result of the first is just being taken in. */
    ACCEPT,
    /** Two runs, of which one is stopped. */
    STOP,
    /** Values of judgments are set right, and the rows written anew. */
    CORRECT
}
