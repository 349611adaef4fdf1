package cn.mingjian.intake.form;

import java.util.List;

/** The columns of the sheet in which a form asks what its tables cover. */
final class FormCoverage {

    /** Keys of the headings, in order; the first column names the table. */
    static final List<String> HEADINGS = List.of(
            "coverage-table",
            "coverage-from",
            "coverage-until",
            "coverage-regions",
            "coverage-complete",
            "coverage-by");

    static final int TABLE = 0;
    static final int FROM = 1;
    static final int UNTIL = 2;
    static final int REGIONS = 3;
    static final int COMPLETE = 4;
    static final int BY = 5;

    private FormCoverage() {}
}
