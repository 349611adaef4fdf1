package cn.mingjian.cli;

/** Exit codes of the command line (design, section 7). */
final class ExitCode {

    static final int DONE = 0;
    static final int WRONG_USE = 2;
    static final int BAD_INPUT = 3;
    static final int FAILED = 4;

    private ExitCode() {}
}
